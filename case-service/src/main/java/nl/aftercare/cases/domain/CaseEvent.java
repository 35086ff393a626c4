package nl.aftercare.cases.domain;

import java.time.LocalDate;
import java.util.List;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.platform.kernel.Fact;

/** What happened to a robbery or a case. */
public sealed interface CaseEvent {
    RobberyId robberyId();

    record RobberyReported(Robbery robbery, List<CaseId> caseIds) implements CaseEvent {
        public RobberyReported {
            caseIds = List.copyOf(caseIds);
        }

        @Override
        public RobberyId robberyId() {
            return robbery.id();
        }
    }

    /** @param caseIds of all victims that are known now, in the order in which they became known */
    record RobberyChanged(Robbery robbery, List<CaseId> caseIds) implements CaseEvent {
        public RobberyChanged {
            caseIds = List.copyOf(caseIds);
        }

        @Override
        public RobberyId robberyId() {
            return robbery.id();
        }
    }

    record AftercareDecided(RobberyId robberyId, CaseId caseId, Result result, LocalDate decidedOn)
            implements CaseEvent {}

    /** @param willing UNKNOWN when the victim could not be reached */
    record VisitWillingnessRecorded(RobberyId robberyId, CaseId caseId, Fact willing) implements CaseEvent {}

    record FirstVisitHeld(RobberyId robberyId, CaseId caseId, Visitor visitor, LocalDate heldOn) implements CaseEvent {}

    record SupportNeedAssessed(RobberyId robberyId, CaseId caseId, SupportNeed need) implements CaseEvent {}

    record CaseEvaluated(RobberyId robberyId, CaseId caseId, Evaluation evaluation) implements CaseEvent {}

    record CaseClosed(RobberyId robberyId, CaseId caseId, Outcome outcome, LocalDate closedOn) implements CaseEvent {}

    record CaseReopened(RobberyId robberyId, CaseId caseId) implements CaseEvent {}

    record PersonalDataErased(RobberyId robberyId, CaseId caseId, LocalDate erasedOn) implements CaseEvent {}

    /** @param kept under which all goes on */
    record RobberyMerged(RobberyId robberyId, RobberyId kept) implements CaseEvent {}

    record VictimContacted(RobberyId robberyId, CaseId caseId, ContactParty party, SupportContact contact)
            implements CaseEvent {}
}
