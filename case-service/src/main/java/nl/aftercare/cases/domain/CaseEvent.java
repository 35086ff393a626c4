package nl.aftercare.cases.domain;

import java.util.List;

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

    record VictimContacted(RobberyId robberyId, CaseId caseId, ContactParty party, SupportContact contact)
            implements CaseEvent {}
}
