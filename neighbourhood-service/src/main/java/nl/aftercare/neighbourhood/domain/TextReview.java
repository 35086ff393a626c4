package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.PlanEvent.TextApproved;
import nl.aftercare.platform.kernel.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Who read a text for neighbours before it goes (domain.md L12): the police, and after them a second person of the municipality. It holds
 * for this text to the letter; another text was read by nobody.
 *
 * @param reading what the police said; null while they did not
 */
public record TextReview(
        String text, @Nullable Reading reading, @Nullable Approval approval) {

    /**
     * What the police said; never why, since that may tell of an investigation.
     *
     * @param on Europe/Amsterdam
     * @param recordedBy subject of the token of who wrote it down
     */
    public record Reading(Outcome outcome, LocalDate on, String recordedBy) {}

    /** Whether the text may go, as far as the police are concerned. */
    public enum Outcome {
        AGREED,
        OBJECTED
    }

    /**
     * @param on Europe/Amsterdam
     * @param by subject of the token
     */
    public record Approval(LocalDate on, String by) {}

    /** How far it is. */
    public enum State {
        DRAFT,
        READ,
        OBJECTED,
        APPROVED
    }

    public static TextReview none(String text) {
        return new TextReview(text, null, null);
    }

    /** What holds of the text as it is now. */
    public TextReview of(String now) {
        return now.equals(text) ? this : none(now);
    }

    public State state() {
        if (reading == null) {
            return State.DRAFT;
        }
        if (reading.outcome() == Outcome.OBJECTED) {
            return State.OBJECTED;
        }
        return approval == null ? State.READ : State.APPROVED;
    }

    /** The police read it; an objection takes an approval back. Who corrects the day takes back nothing. */
    public Decision<TextReview, PlanEvent> read(Reading newReading, LocalDate today) {
        if (newReading.on().isAfter(today)) {
            return Decision.refused("in-the-future", "De datum ligt in de toekomst. Leg vast wat al is gebeurd.");
        }
        return Decision.unchanged(
                reading != null && reading.outcome() == newReading.outcome()
                        ? new TextReview(
                                text, new Reading(reading.outcome(), newReading.on(), reading.recordedBy()), approval)
                        : new TextReview(text, newReading, null));
    }

    /**
     * A second person approves it.
     *
     * @param by subject of the token
     * @param today Europe/Amsterdam
     */
    public Decision<TextReview, PlanEvent> approve(
            NeighbourhoodPlan plan, NeighbourText kind, String by, LocalDate today) {
        if (approval != null) {
            return Decision.unchanged(this);
        }
        if (reading == null) {
            return Decision.refused("not-read-by-police", "De politie heeft deze tekst nog niet gelezen.");
        }
        if (reading.outcome() == Outcome.OBJECTED) {
            return Decision.refused("police-objects", "De politie wil niet dat deze tekst uitgaat.");
        }
        if (reading.recordedBy().equals(by)) {
            return Decision.refused(
                    "same-person", "U heeft deze tekst zelf voorgelegd. Een collega moet die goedkeuren.");
        }
        if (plan.whyNoMeeting().filter(Reason::isFound).isPresent()) {
            return Decision.refused(
                    "plan-is-over", "Dit plan gaat niet meer door. Er hoort geen brief meer uit te gaan.");
        }
        var audience = plan.outline().audience();
        if (audience == null) {
            return Decision.refused("audience-unknown", "Leg eerst vast wie in de buurt bericht krijgt.");
        }
        return Decision.accepted(
                new TextReview(text, reading, new Approval(today, by)),
                new TextApproved(plan.outline(), kind, audience.addresses()));
    }
}
