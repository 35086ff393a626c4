package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.domain.MeetingEvent;
import nl.aftercare.neighbourhood.messaging.MeetingEventWriter;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** The stored meetings. All within the municipalities of the transaction. */
@ApplicationScoped
public class Meetings {
    private final Transactions transactions;
    private final Outbox outbox;
    private final MeetingEventWriter writer;

    Meetings(Transactions transactions, Outbox outbox, MeetingEventWriter writer) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** @param version of what was read */
    public record Stored(Meeting meeting, int version) {}

    /** Fails with not found when there is none within the municipalities of the transaction. */
    public Uni<Stored> read(UUID id) {
        return row(id, LockModeType.NONE);
    }

    /** As {@link #read}, held until the end of the transaction. */
    public Uni<Stored> toChange(UUID id) {
        return row(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Stored> row(UUID id, LockModeType lock) {
        return transactions
                .session()
                .find(MeetingRow.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(row -> new Stored(row.toDomain(), row.version));
    }

    /** The meeting of a plan, held until the end of the transaction; null when there never was one. */
    public Uni<@Nullable Meeting> ofPlanToChange(UUID planId) {
        return ofPlan(planId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @return null when there never was one */
    public Uni<@Nullable Meeting> ofPlan(UUID planId) {
        return ofPlan(planId, LockModeType.NONE);
    }

    private Uni<@Nullable Meeting> ofPlan(UUID planId, LockModeType lock) {
        return idOf(planId)
                .flatMap(id -> id == null
                        ? Uni.createFrom().nullItem()
                        : transactions.session().find(MeetingRow.class, id, lock))
                .map(row -> row == null ? null : row.toDomain());
    }

    /** All plans that share the meeting of this one, itself among them; only itself when there is none. In the order in which they are held. */
    public Uni<List<UUID>> plansWith(UUID planId) {
        return transactions
                .session()
                .createNativeQuery(
                        "select plan_id from meeting_of_plan where meeting_id ="
                                + " (select meeting_id from meeting_of_plan where plan_id = :plan)"
                                + " union select cast(:plan as uuid) order by 1",
                        UUID.class)
                .setParameter("plan", planId)
                .getResultList();
    }

    /** The plans that a meeting serves, in the order in which they are held. */
    public Uni<List<UUID>> plansOf(UUID meetingId) {
        return transactions
                .session()
                .createNativeQuery(
                        "select plan_id from meeting_of_plan where meeting_id = :meeting order by plan_id", UUID.class)
                .setParameter("meeting", meetingId)
                .getResultList();
    }

    /** Those that are agreed. */
    public Uni<List<Agreed>> agreed() {
        return transactions
                .session()
                .createQuery("from MeetingRow", MeetingRow.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(MeetingRow::toDomain)
                        .filter(Agreed.class::isInstance)
                        .map(Agreed.class::cast)
                        .toList());
    }

    /** Nobody is asked any more for a meeting that is not needed; one that serves other plans too goes on. */
    public Uni<Void> takeBackProposal(UUID planId, Wish wish) {
        return ofPlanToChange(planId)
                .flatMap(found -> found instanceof Proposed proposed
                                && proposed.head().planIds().size() == 1
                        ? save(proposed.cancel(wish).orRefuse())
                        : Uni.createFrom().voidItem());
    }

    /** @return null when there never was one */
    public Uni<@Nullable UUID> idOf(UUID planId) {
        return transactions
                .session()
                .createNativeQuery("select meeting_id from meeting_of_plan where plan_id = :plan", UUID.class)
                .setParameter("plan", planId)
                .getSingleResultOrNull();
    }

    public Uni<Void> save(Accepted<Meeting, MeetingEvent> accepted) {
        var meeting = accepted.state();
        return transactions
                .session()
                .find(MeetingRow.class, meeting.head().id())
                .flatMap(found -> found == null ? add(meeting) : take(found, meeting))
                .chain(() -> outbox.append(writer.write(accepted.events())));
    }

    private static Uni<Void> take(MeetingRow row, Meeting meeting) {
        row.take(meeting);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> add(Meeting meeting) {
        var session = transactions.session();
        return session.persist(MeetingRow.of(meeting)).chain(session::flush).chain(() -> Multi.createFrom()
                .iterable(meeting.head().planIds())
                .onItem()
                .transformToUniAndConcatenate(plan -> link(plan, meeting))
                .onItem()
                .ignoreAsUni());
    }

    private Uni<Integer> link(UUID planId, Meeting meeting) {
        return transactions
                .session()
                .createNativeQuery("insert into meeting_of_plan (plan_id, municipality, meeting_id)"
                        + " values (:plan, :municipality, :meeting)")
                .setParameter("plan", planId)
                .setParameter("municipality", meeting.head().municipality().code())
                .setParameter("meeting", meeting.head().id())
                .executeUpdate();
    }
}
