package nl.aftercare.cases.inspecting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.cases.domain.Address;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.ContactParty;
import nl.aftercare.cases.domain.Disclosure;
import nl.aftercare.cases.domain.Disclosure.Category;
import nl.aftercare.cases.domain.Disclosure.LegalGround;
import nl.aftercare.cases.domain.Disclosure.Recipient;
import nl.aftercare.cases.domain.Evaluation;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.HearingNotice;
import nl.aftercare.cases.domain.PartyAdvice;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.SupportContact;
import nl.aftercare.cases.domain.SupportNeed;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.VictimType;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.Timeline.Step;
import nl.aftercare.platform.logbook.Logbook.Processing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that the suite holds of one victim, for that victim. What the police told about their investigation is not in it: who wants
 * that asks the police.
 *
 * @param drawnUpAt UTC
 * @param keptUntil last day on which it is kept; null while the case is open
 * @param advices how first-line parties advised to hold the conversation
 * @param offers as offer-service holds them, each measure with its reason
 * @param steps what all services told of this victim
 * @param processed what case-service did with the data, and when
 */
@Schema(name = "SubjectAccess")
public record SubjectAccess(
        UUID caseId,
        String municipality,
        Instant drawnUpAt,
        Person victim,
        RobberyKind kind,
        LocalDate occurredOn,
        Aftercare aftercare,
        @Nullable LocalDate keptUntil,
        List<Recipient> permitted,
        List<Given> disclosures,
        List<PartyAdvice> advices,
        List<JsonNode> offers,
        List<ToldStep> steps,
        List<Processing> processed) {

    private static final String OFFER_COMPOSED = "nl.aftercare.offers.offer-composed.v1";
    private static final Set<String> OF_THE_POLICE = Set.of("suspectKnown", "solved");

    /** Also a shielded address: it is the victim's own. */
    @Schema(name = "SubjectPerson")
    public record Person(
            String reference,
            VictimType type,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Address address,
            boolean addressShielded) {

        /** Keeps personal data out of logs and error messages. */
        @Override
        public String toString() {
            return "Person[" + type + "]";
        }
    }

    /** What was decided and done. */
    @Schema(name = "SubjectAftercare")
    public record Aftercare(
            LocalDate openedOn,
            @Nullable Result decision,
            @Nullable LocalDate decidedOn,
            SupportContact victimSupport,
            SupportContact branchOrganisation,
            @Nullable String uncheckedBecause,
            @Nullable LocalDate visitOn,
            @Nullable String visitWithoutClearanceBecause,
            @Nullable LocalDate visitHeldOn,
            @Nullable SupportNeed need,
            @Nullable Evaluation evaluation,
            @Nullable String unevaluatedBecause,
            @Nullable HearingNotice hearingNotice,
            @Nullable String legalHoldBecause) {}

    /** One line of the ledger of disclosures. */
    @Schema(name = "SubjectDisclosure")
    public record Given(Recipient recipient, List<Category> categories, LegalGround ground, Instant at) {}

    /** One event that a service told. */
    @Schema(name = "SubjectStep")
    public record ToldStep(Instant at, String type, Map<String, Object> data) {}

    static SubjectAccess of(
            Stored stored,
            Instant now,
            List<Recipient> permitted,
            List<Disclosure> given,
            List<PartyAdvice> advices,
            List<Step> steps,
            List<Processing> processed) {
        var aftercare = stored.aftercareCase();
        var victim = stored.victim();
        var closed = aftercare.track() instanceof Closed track ? track : null;
        return new SubjectAccess(
                aftercare.id().value(),
                stored.municipality().code(),
                now,
                new Person(
                        victim.reference(),
                        victim.type(),
                        victim.name(),
                        victim.email(),
                        victim.phone(),
                        victim.address(),
                        victim.addressShielded()),
                aftercare.robbery().kind(),
                aftercare.robbery().occurredOn(),
                aftercare(stored),
                closed == null ? null : stored.playbook().keptUntil(aftercare.outcome(), closed.closedOn()),
                permitted.stream().sorted().toList(),
                given.stream()
                        .map(one -> new Given(
                                one.recipient(),
                                one.categories().stream().sorted().toList(),
                                one.ground(),
                                one.at()))
                        .toList(),
                advices,
                List.of(),
                steps.stream()
                        .filter(step -> aftercare
                                .id()
                                .value()
                                .toString()
                                .equals(step.data().get("caseId")))
                        // the offers themselves are in the answer, without what the police told
                        .filter(step -> !step.type().equals(OFFER_COMPOSED))
                        .map(step -> new ToldStep(step.at(), step.type(), step.data()))
                        .toList(),
                processed);
    }

    private static JsonNode withoutPoliceFacts(JsonNode offer) {
        var lines = offer.path("lines");
        for (var line : lines) {
            if (line instanceof ObjectNode known
                    && line.path("factsUsed").valueStream().anyMatch(fact -> OF_THE_POLICE.contains(fact.asText()))) {
                known.remove(List.of("reason", "rule", "factsUsed", "factsMissing", "outcome"));
            }
        }
        return offer;
    }

    SubjectAccess with(List<JsonNode> found) {
        return new SubjectAccess(
                caseId,
                municipality,
                drawnUpAt,
                victim,
                kind,
                occurredOn,
                aftercare,
                keptUntil,
                permitted,
                disclosures,
                advices,
                found.stream().map(SubjectAccess::withoutPoliceFacts).toList(),
                steps,
                processed);
    }

    private static Aftercare aftercare(Stored stored) {
        var aftercare = stored.aftercareCase();
        var decision = aftercare.decision();
        var visit = aftercare.firstVisit();
        var plan =
                switch (visit) {
                    case NotPlanned none -> null;
                    case Planned planned -> planned.plan();
                    case Held held -> held.plan();
                };
        return new Aftercare(
                aftercare.openedOn(),
                decision == null ? null : decision.result(),
                decision == null ? null : decision.decidedOn(),
                aftercare.contactWith(ContactParty.VICTIM_SUPPORT),
                aftercare.contactWith(ContactParty.BRANCH_ORGANISATION),
                aftercare.uncheckedBecause(),
                plan == null ? null : plan.on(),
                plan == null ? null : plan.withoutClearanceBecause(),
                visit instanceof Held held ? held.heldOn() : null,
                aftercare.need(),
                aftercare.evaluation(),
                aftercare.track() instanceof Closed closed ? closed.unevaluatedBecause() : null,
                aftercare.hearingNotice(),
                stored.legalHoldBecause());
    }
}
