package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.Answer;
import nl.aftercare.neighbourhood.domain.Meeting.Cancelled;
import nl.aftercare.neighbourhood.domain.Meeting.Change;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A meeting as stored. */
@Entity
@Table(name = "meeting")
class MeetingRow {
    @Id
    UUID id;

    @Version
    int version;

    String municipality;
    UUID robberyId;
    int sequence;

    @JdbcTypeCode(SqlTypes.JSON)
    Body body;

    /**
     * @param slot null unless agreed
     * @param options empty unless proposed
     */
    record Body(
            List<UUID> planIds,
            int round,
            @Nullable Slot slot,
            List<Slot> options,
            List<UUID> partnerIds,
            Map<UUID, Answer> answers,
            List<Change> history) {}

    static MeetingRow of(Meeting meeting) {
        var row = new MeetingRow();
        row.id = meeting.head().id();
        row.municipality = meeting.head().municipality().code();
        row.robberyId = meeting.head().robberyId();
        row.take(meeting);
        return row;
    }

    void take(Meeting meeting) {
        sequence = meeting.nextSequence() - 1;
        var plans = meeting.head().planIds();
        int round = meeting.round();
        body = switch (meeting) {
            case Proposed proposed ->
                new Body(
                        plans,
                        round,
                        null,
                        proposed.options(),
                        proposed.partnerIds(),
                        proposed.answers(),
                        proposed.history());
            case Agreed agreed ->
                new Body(plans, round, agreed.slot(), List.of(), agreed.partnerIds(), Map.of(), agreed.history());
            case Cancelled cancelled ->
                new Body(plans, round, null, List.of(), List.of(), Map.of(), cancelled.history());
        };
    }

    Meeting toDomain() {
        var head = new Head(id, new Municipality(municipality), robberyId, body.planIds());
        if (body.slot() != null) {
            return new Agreed(head, body.round(), body.slot(), body.partnerIds(), sequence, body.history());
        }
        return body.options().isEmpty()
                ? new Cancelled(head, body.round(), sequence, body.history())
                : new Proposed(
                        head,
                        body.round(),
                        body.options(),
                        body.partnerIds(),
                        body.answers(),
                        sequence + 1,
                        body.history());
    }
}
