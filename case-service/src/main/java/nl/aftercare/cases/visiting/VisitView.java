package nl.aftercare.cases.visiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.cases.domain.ContactParty;
import nl.aftercare.cases.domain.FirstVisit;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import nl.aftercare.cases.domain.PartyAdvice;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.VisitAdvice;
import nl.aftercare.cases.domain.VisitAdvice.Hint;
import nl.aftercare.cases.visiting.PlanVisit.Visit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The first visit to a victim, with advice.
 *
 * @param suggestedVisitor who had best go
 * @param notBefore first day on which the first heavy emotions may have subsided, Europe/Amsterdam
 * @param hints what to do or to reconsider, the weightiest first; nothing of it is refused
 * @param advices how first-line parties advise to hold the conversation
 */
@Schema(name = "Visit")
public record VisitView(
        UUID caseId,
        State state,
        @Nullable LocalDate on,
        @Nullable Visitor visitor,
        @Nullable Boolean policePresent,
        @Nullable Boolean adviceAsked,
        @Nullable LocalDate heldOn,
        Visitor suggestedVisitor,
        LocalDate notBefore,
        List<HintView> hints,
        List<AdviceView> advices) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    /** How far the visit is. */
    @Schema(name = "VisitState")
    public enum State {
        /** The victim has not said that a visit is welcome. */
        NOT_POSSIBLE,
        NOT_PLANNED,
        PLANNED,
        HELD
    }

    /**
     * @param text what to do or to reconsider, in plain Dutch (B1)
     * @param source the sentence of the source that it comes from
     */
    @Schema(name = "VisitHint")
    public record HintView(Hint hint, String text, String source) {

        static HintView of(Hint hint) {
            return new HintView(hint, TEXTS.getString("hint." + hint), TEXTS.getString("hint." + hint + ".source"));
        }
    }

    /** @param statedAt UTC */
    @Schema(name = "PartyAdvice")
    public record AdviceView(ContactParty party, Instant statedAt, String advice) {

        static AdviceView of(PartyAdvice given) {
            return new AdviceView(given.party(), given.statedAt(), given.advice());
        }

        /** Keeps personal data out of logs and error messages. */
        @Override
        public String toString() {
            return "AdviceView[" + party + "]";
        }
    }

    static VisitView of(Visit seen) {
        var aftercare = seen.stored().aftercareCase();
        var visit = aftercare.firstVisit();
        return switch (visit) {
            case NotPlanned none ->
                view(
                        seen,
                        none,
                        aftercare.track() instanceof Active ? State.NOT_PLANNED : State.NOT_POSSIBLE,
                        null,
                        null);
            case Planned planned -> view(seen, planned, State.PLANNED, planned.plan(), null);
            case Held held -> view(seen, held, State.HELD, held.plan(), held.heldOn());
        };
    }

    private static VisitView view(
            Visit seen, FirstVisit visit, State state, @Nullable Plan plan, @Nullable LocalDate heldOn) {
        var aftercare = seen.stored().aftercareCase();
        var advice = VisitAdvice.on(
                aftercare.robbery(),
                visit,
                !seen.advices().isEmpty(),
                seen.stored().playbook());
        return new VisitView(
                aftercare.id().value(),
                state,
                plan == null ? null : plan.on(),
                plan == null ? null : plan.visitor(),
                plan == null ? null : plan.policePresent(),
                plan == null ? null : plan.adviceAsked(),
                heldOn,
                advice.visitor(),
                advice.notBefore(),
                advice.hints().stream().map(HintView::of).toList(),
                seen.advices().stream().map(AdviceView::of).toList());
    }
}
