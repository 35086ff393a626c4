package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.ClockMoment;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Transactions;

/** When which plan has to be looked at. One worker serves all municipalities. */
@ApplicationScoped
public class PlanClock {
    private static final int AT_A_TIME = 20;
    private static final String CLAIM = """
            update plan_clock set claimed_until = now() + make_interval(0, 0, 0, 0, 0, 0, :seconds)
            where plan_id in (
              select plan_id from plan_clock where due_on <= :today and claimed_until < now()
              order by claimed_until, due_on limit :most for update skip locked)
            returning cast(plan_id as text), municipality, moment""";

    private final Transactions transactions;
    private final WorkingDays workingDays;

    PlanClock(Transactions transactions, WorkingDays workingDays) {
        this.transactions = transactions;
        this.workingDays = workingDays;
    }

    /** A plan that is due, and for what. */
    public record Due(UUID planId, Municipality municipality, ClockMoment moment) {}

    /**
     * Takes plans that are due, in a transaction of its own.
     *
     * @param lease for how long nobody else gets them
     */
    public Uni<List<Due>> claim(LocalDate today, Duration lease) {
        return transactions.in(new Tenancy(Set.of()), () -> transactions
                .session()
                .createNativeQuery(CLAIM, Object[].class)
                .setParameter("seconds", (double) lease.toSeconds())
                .setParameter("today", today)
                .setParameter("most", AT_A_TIME)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Due(
                                UUID.fromString((String) row[0]),
                                new Municipality((String) row[1]),
                                ClockMoment.valueOf((String) row[2])))
                        .toList()));
    }

    /** Whether it is due still: nobody else told it or wound the clock meanwhile. Held until the end of the transaction. */
    public Uni<Boolean> isStill(Due due, LocalDate today) {
        return transactions
                .session()
                .createNativeQuery(
                        "select moment from plan_clock where plan_id = :plan and due_on <= :today for update",
                        String.class)
                .setParameter("today", today)
                .setParameter("plan", due.planId())
                .getResultList()
                .map(moments -> moments.contains(due.moment().name()));
    }

    /**
     * Plans whose window is still open and for which nobody looked today whether it will be kept; some of them, in no order, so that
     * one at which nobody can look keeps nobody from the others.
     */
    public Uni<List<Open>> unforeseen(LocalDate today) {
        return transactions.in(new Tenancy(Set.of()), () -> transactions
                .session()
                .createNativeQuery(
                        "select cast(plan_id as text), municipality from plan_clock"
                                + " where moment <> 'BREACHED' and foreseen_on < :today order by random() limit :most",
                        Object[].class)
                .setParameter("today", today)
                .setParameter("most", AT_A_TIME)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Open(UUID.fromString((String) row[0]), new Municipality((String) row[1])))
                        .toList()));
    }

    /** A plan whose window is open. */
    public record Open(UUID planId, Municipality municipality) {}

    /** Notes that somebody looks today; false when somebody did already. Once per day, also over replicas. */
    public Uni<Boolean> foresee(UUID planId, LocalDate today) {
        return update(
                "update plan_clock set foreseen_on = :day where plan_id = :plan and foreseen_on < :day", planId, today);
    }

    /** Notes that this limit will be missed; false when that was told already. */
    public Uni<Boolean> tellOnce(UUID planId, LocalDate limitOn) {
        return update(
                "update plan_clock set told_at_risk = :day where plan_id = :plan and told_at_risk is distinct from :day",
                planId,
                limitOn);
    }

    private Uni<Boolean> update(String statement, UUID planId, LocalDate day) {
        return transactions
                .session()
                .createNativeQuery(statement)
                .setParameter("day", day)
                .setParameter("plan", planId)
                .executeUpdate()
                .map(changed -> changed == 1);
    }

    /** From now on this is the moment at which the plan is looked at. */
    public Uni<Void> set(Outline outline, ClockMoment moment) {
        return transactions
                .session()
                .createNativeQuery("insert into plan_clock (plan_id, municipality, moment, due_on)"
                        + " values (:plan, :municipality, :moment, :dueOn) on conflict (plan_id) do update"
                        + " set moment = excluded.moment, due_on = excluded.due_on, claimed_until = '-infinity'")
                .setParameter("plan", outline.id())
                .setParameter("municipality", outline.municipality().code())
                .setParameter("moment", moment.name())
                .setParameter("dueOn", moment.dayOf(outline.window(), workingDays))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** From the first moment that still makes sense; of a window that is over nobody is warned. */
    public Uni<Void> wind(Outline outline, LocalDate today) {
        return set(outline, ClockMoment.first(outline.window(), today));
    }

    /** As {@link #wind}, after the window moved. */
    public Uni<Void> windAgain(Outline before, Outline now, LocalDate today) {
        return set(now, ClockMoment.first(before.window(), now.window(), today));
    }

    private Uni<Void> set(Outline outline, Optional<ClockMoment> first) {
        return first.map(moment -> set(outline, moment)).orElseGet(() -> stop(outline.id()));
    }

    /** Nothing is to be told of the plan any longer. */
    public Uni<Void> stop(UUID planId) {
        return transactions
                .session()
                .createNativeQuery("delete from plan_clock where plan_id = :plan")
                .setParameter("plan", planId)
                .executeUpdate()
                .replaceWithVoid();
    }
}
