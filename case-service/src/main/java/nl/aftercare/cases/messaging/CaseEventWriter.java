package nl.aftercare.cases.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.CaseEvent;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.contracts.cases.CaseEvent.AftercareDecided;
import nl.aftercare.contracts.cases.CaseEvent.CaseClosed;
import nl.aftercare.contracts.cases.CaseEvent.CaseEvaluated;
import nl.aftercare.contracts.cases.CaseEvent.CaseReopened;
import nl.aftercare.contracts.cases.CaseEvent.ContactParty;
import nl.aftercare.contracts.cases.CaseEvent.DecisionResult;
import nl.aftercare.contracts.cases.CaseEvent.Fact;
import nl.aftercare.contracts.cases.CaseEvent.FirstVisitHeld;
import nl.aftercare.contracts.cases.CaseEvent.Outcome;
import nl.aftercare.contracts.cases.CaseEvent.PersonalDataErased;
import nl.aftercare.contracts.cases.CaseEvent.RobberyChanged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyKind;
import nl.aftercare.contracts.cases.CaseEvent.RobberyMerged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.contracts.cases.CaseEvent.Severity;
import nl.aftercare.contracts.cases.CaseEvent.SupportNeedAssessed;
import nl.aftercare.contracts.cases.CaseEvent.SurroundingsTenure;
import nl.aftercare.contracts.cases.CaseEvent.Tenure;
import nl.aftercare.contracts.cases.CaseEvent.Unrest;
import nl.aftercare.contracts.cases.CaseEvent.VictimContacted;
import nl.aftercare.contracts.cases.CaseEvent.VisitWillingnessRecorded;
import nl.aftercare.contracts.cases.CaseEvent.Visitor;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.OutgoingEvent;

/** What leaves this service of a domain event: ids, codes and dates. */
@ApplicationScoped
public class CaseEventWriter {

    public List<OutgoingEvent> write(Municipality municipality, List<CaseEvent> events) {
        return events.stream().map(event -> write(municipality, event)).toList();
    }

    private static OutgoingEvent write(Municipality municipality, CaseEvent event) {
        return switch (event) {
            case CaseEvent.RobberyReported reported ->
                outgoing(RobberyReported.TYPE, reported.robberyId().value(), municipality, wire(reported));
            case CaseEvent.RobberyChanged changed ->
                outgoing(RobberyChanged.TYPE, changed.robberyId().value(), municipality, wire(changed));
            case CaseEvent.AftercareDecided decided ->
                outgoing(AftercareDecided.TYPE, decided.caseId().value(), municipality, wire(decided));
            case CaseEvent.VisitWillingnessRecorded recorded ->
                outgoing(VisitWillingnessRecorded.TYPE, recorded.caseId().value(), municipality, wire(recorded));
            case CaseEvent.FirstVisitHeld held ->
                outgoing(FirstVisitHeld.TYPE, held.caseId().value(), municipality, wire(held));
            case CaseEvent.SupportNeedAssessed assessed ->
                outgoing(SupportNeedAssessed.TYPE, assessed.caseId().value(), municipality, wire(assessed));
            case CaseEvent.CaseEvaluated evaluated ->
                outgoing(CaseEvaluated.TYPE, evaluated.caseId().value(), municipality, wire(evaluated));
            case CaseEvent.CaseClosed closed ->
                outgoing(CaseClosed.TYPE, closed.caseId().value(), municipality, wire(closed));
            case CaseEvent.CaseReopened reopened ->
                outgoing(CaseReopened.TYPE, reopened.caseId().value(), municipality, wire(reopened));
            case CaseEvent.PersonalDataErased erased ->
                outgoing(
                        PersonalDataErased.TYPE,
                        erased.caseId().value(),
                        municipality,
                        new PersonalDataErased(
                                erased.robberyId().value(), erased.caseId().value(), erased.erasedOn()));
            case CaseEvent.RobberyMerged merged ->
                outgoing(
                        RobberyMerged.TYPE,
                        merged.robberyId().value(),
                        municipality,
                        new RobberyMerged(
                                merged.robberyId().value(), merged.kept().value()));
            case CaseEvent.VictimContacted contacted ->
                outgoing(VictimContacted.TYPE, contacted.caseId().value(), municipality, wire(contacted));
        };
    }

    private static OutgoingEvent outgoing(
            String type, UUID subject, Municipality municipality, nl.aftercare.contracts.cases.CaseEvent data) {
        return new OutgoingEvent(
                nl.aftercare.contracts.cases.CaseEvent.TOPIC, type, data.robberyId(), subject, municipality, data);
    }

    private static RobberyReported wire(CaseEvent.RobberyReported reported) {
        Robbery robbery = reported.robbery();
        var known = robbery.facts().circumstances();
        return new RobberyReported(
                robbery.id().value(),
                RobberyKind.valueOf(robbery.kind().name()),
                robbery.occurredOn(),
                robbery.reportedAt(),
                Severity.valueOf(known.severity().name()),
                fact(known.suspectKnown()),
                fact(known.solved()),
                Unrest.valueOf(known.unrest().name()),
                SurroundingsTenure.valueOf(known.surroundingsTenure().name()),
                fact(known.safeBusinessArea()),
                reported.caseIds().stream().map(CaseId::value).toList());
    }

    private static RobberyChanged wire(CaseEvent.RobberyChanged changed) {
        var facts = changed.robbery().facts();
        var known = facts.circumstances();
        return new RobberyChanged(
                changed.robberyId().value(),
                changed.robbery().revision(),
                fact(facts.robbery()),
                RobberyKind.valueOf(facts.kind().name()),
                facts.occurredOn(),
                Severity.valueOf(known.severity().name()),
                fact(known.suspectKnown()),
                fact(known.solved()),
                Unrest.valueOf(known.unrest().name()),
                SurroundingsTenure.valueOf(known.surroundingsTenure().name()),
                fact(known.safeBusinessArea()),
                fact(facts.policeObjection()),
                facts.hearingOn(),
                changed.caseIds().stream().map(CaseId::value).toList());
    }

    private static AftercareDecided wire(CaseEvent.AftercareDecided decided) {
        return new AftercareDecided(
                decided.robberyId().value(),
                decided.caseId().value(),
                DecisionResult.valueOf(decided.result().name()),
                decided.decidedOn());
    }

    private static VisitWillingnessRecorded wire(CaseEvent.VisitWillingnessRecorded recorded) {
        return new VisitWillingnessRecorded(
                recorded.robberyId().value(), recorded.caseId().value(), fact(recorded.willing()));
    }

    private static FirstVisitHeld wire(CaseEvent.FirstVisitHeld held) {
        return new FirstVisitHeld(
                held.robberyId().value(),
                held.caseId().value(),
                Visitor.valueOf(held.visitor().name()),
                held.heldOn());
    }

    private static SupportNeedAssessed wire(CaseEvent.SupportNeedAssessed assessed) {
        var need = assessed.need();
        return new SupportNeedAssessed(
                assessed.robberyId().value(),
                assessed.caseId().value(),
                fact(need.homeInsecure()),
                fact(need.entrepreneur()),
                Tenure.valueOf(need.tenure().name()),
                fact(need.hardship()),
                fact(need.cashHandled()),
                fact(need.helpWithForms()),
                fact(need.talkWithOffender()));
    }

    private static CaseEvaluated wire(CaseEvent.CaseEvaluated evaluated) {
        var evaluation = evaluated.evaluation();
        return new CaseEvaluated(
                evaluated.robberyId().value(),
                evaluated.caseId().value(),
                fact(evaluation.attention()),
                fact(evaluation.measuresCarriedOut()),
                fact(evaluation.feelsSafe()),
                fact(evaluation.informationForApproach()),
                evaluation.evaluatedOn());
    }

    private static CaseClosed wire(CaseEvent.CaseClosed closed) {
        return new CaseClosed(
                closed.robberyId().value(),
                closed.caseId().value(),
                Outcome.valueOf(closed.outcome().name()),
                closed.closedOn());
    }

    private static CaseReopened wire(CaseEvent.CaseReopened reopened) {
        return new CaseReopened(reopened.robberyId().value(), reopened.caseId().value());
    }

    private static VictimContacted wire(CaseEvent.VictimContacted contacted) {
        return new VictimContacted(
                contacted.robberyId().value(),
                contacted.caseId().value(),
                ContactParty.valueOf(contacted.party().name()),
                fact(contacted.contact().contacted()),
                contacted.contact().contactedOn());
    }

    private static Fact fact(nl.aftercare.platform.kernel.Fact fact) {
        return Fact.valueOf(fact.name());
    }
}
