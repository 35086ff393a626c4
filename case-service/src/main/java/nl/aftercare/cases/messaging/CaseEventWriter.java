package nl.aftercare.cases.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.CaseEvent;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.contracts.cases.CaseEvent.ContactParty;
import nl.aftercare.contracts.cases.CaseEvent.Fact;
import nl.aftercare.contracts.cases.CaseEvent.RobberyKind;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.contracts.cases.CaseEvent.Severity;
import nl.aftercare.contracts.cases.CaseEvent.SurroundingsTenure;
import nl.aftercare.contracts.cases.CaseEvent.Unrest;
import nl.aftercare.contracts.cases.CaseEvent.VictimContacted;
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
        var known = robbery.circumstances();
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
