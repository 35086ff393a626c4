package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.neighbourhood.domain.MeetingEvent;
import nl.aftercare.neighbourhood.domain.MeetingWork;
import nl.aftercare.neighbourhood.domain.WindowFigures.Attendance;
import nl.aftercare.neighbourhood.messaging.MeetingEventWriter;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.transaction.Transactions;
import org.hibernate.exception.ConstraintViolationException;

/** What is done for meetings. All within the municipalities of the transaction. */
@ApplicationScoped
public class MeetingWorks {
    private final Transactions transactions;
    private final Outbox outbox;
    private final MeetingEventWriter writer;

    MeetingWorks(Transactions transactions, Outbox outbox, MeetingEventWriter writer) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** @param version of what was read; 0 while nothing is done */
    public record Stored(MeetingWork work, int version) {}

    public Uni<Stored> read(UUID meetingId) {
        return transactions
                .session()
                .find(MeetingWorkRow.class, meetingId)
                .map(row -> row == null ? new Stored(MeetingWork.none(meetingId), 0) : stored(row));
    }

    /**
     * Stores what a person did; a repeat of what is so already needs no newer version.
     *
     * @param version that the person has seen
     * @throws ProblemException 412 when somebody changed it meanwhile
     */
    public Uni<Stored> save(
            Decision<MeetingWork, MeetingEvent> decision, Stored before, Municipality municipality, int version) {
        var accepted = decision.orRefuse();
        if (accepted.state().equals(before.work())) {
            return Uni.createFrom().item(before);
        }
        if (version != before.version()) {
            throw ProblemException.staleVersion();
        }
        var session = transactions.session();
        return session.find(MeetingWorkRow.class, before.work().meetingId()).flatMap(found -> {
            var row = found == null ? new MeetingWorkRow() : found;
            row.meetingId = before.work().meetingId();
            row.municipality = municipality.code();
            row.take(accepted.state());
            return (found == null ? session.persist(row) : Uni.createFrom().voidItem())
                    .chain(session::flush)
                    // of two who begin together, one is told of the other
                    .onFailure(ConstraintViolationException.class)
                    .transform(_ -> ProblemException.staleVersion())
                    .chain(() -> outbox.append(writer.write(accepted.events())))
                    .replaceWith(() -> stored(row));
        });
    }

    /** How many came to the meetings that were held, by plan. */
    public Uni<Map<UUID, Attendance>> attendance() {
        return transactions
                .session()
                .createNativeQuery(
                        "select p.plan_id, w.meeting_id, w.attended from meeting_work w"
                                + " join meeting_of_plan p on p.meeting_id = w.meeting_id where w.attended is not null",
                        Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0], row -> new Attendance((UUID) row[1], (Integer) row[2]))));
    }

    private static Stored stored(MeetingWorkRow row) {
        return new Stored(row.work, row.version + 1);
    }
}
