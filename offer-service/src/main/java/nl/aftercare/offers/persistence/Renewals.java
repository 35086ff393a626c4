package nl.aftercare.offers.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** Of which municipalities the offers have to be composed anew, since the rules or the schemes changed. One worker serves all. */
@ApplicationScoped
public class Renewals {
    private static final String CLAIM = """
            update renewal set claimed_until = now() + make_interval(0, 0, 0, 0, 0, 0, :seconds)
            where municipality = (
              select municipality from renewal
              where (rule_version <> :rules or due_on <= :today) and claimed_until < now()
              order by municipality limit 1 for update skip locked)
            returning municipality""";

    private final Transactions transactions;

    Renewals(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Takes a municipality, in a transaction of its own.
     *
     * @param ruleVersion in force now
     * @param today Europe/Amsterdam
     * @param lease for how long nobody else gets it
     * @return empty when the offers of all are as they should be
     */
    public Uni<List<Municipality>> claim(String ruleVersion, LocalDate today, Duration lease) {
        return transactions.in(new Tenancy(Set.of()), () -> transactions
                .session()
                .createNativeQuery(CLAIM, String.class)
                .setParameter("seconds", (double) lease.toSeconds())
                .setParameter("rules", ruleVersion)
                .setParameter("today", today)
                .getResultList()
                .map(codes -> codes.stream().map(Municipality::new).toList()));
    }

    /**
     * Keeps what the municipality decided as it is until the end of the transaction: what comes after it is told to {@link #askFor},
     * which waits. From the first time on the municipality is looked after.
     */
    public Uni<Void> hold(Municipality municipality, String ruleVersion) {
        return transactions
                .session()
                .createNativeQuery("insert into renewal (municipality, rule_version, due_on)"
                        + " values (:municipality, :rules, '-infinity') on conflict do nothing")
                .setParameter("municipality", municipality.code())
                .setParameter("rules", ruleVersion)
                .executeUpdate()
                .chain(() -> transactions
                        .session()
                        .createNativeQuery(
                                "select municipality from renewal where municipality = :municipality for share",
                                String.class)
                        .setParameter("municipality", municipality.code())
                        .getResultList())
                .replaceWithVoid();
    }

    /** All its offers were composed anew; the next time is when a scheme begins or ends, unless somebody asked meanwhile. */
    public Uni<Void> done(Municipality municipality, String ruleVersion, @Nullable LocalDate dueOn) {
        return transactions
                .session()
                .createNativeQuery(
                        "update renewal set rule_version = :rules, due_on = cast(cast(:due as text) as date),"
                                + " claimed_until = '-infinity' where municipality = :municipality and claimed_until > '-infinity'")
                .setParameter("municipality", municipality.code())
                .setParameter("rules", ruleVersion)
                .setParameter("due", text(dueOn))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Gives a municipality back that could not be done. */
    public Uni<Void> release(Municipality municipality) {
        return transactions
                .session()
                .createNativeQuery(
                        "update renewal set claimed_until = now() + interval '5 seconds' where municipality = :municipality")
                .setParameter("municipality", municipality.code())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** What these municipalities have to offer changed. */
    public Uni<Void> askFor(Set<Municipality> municipalities) {
        return transactions
                .session()
                .createNativeQuery("insert into renewal (municipality, rule_version, due_on)"
                        + " select code, '', '-infinity' from unnest(string_to_array(:codes, ',')) code order by code"
                        + " on conflict (municipality) do update set due_on = '-infinity', claimed_until = '-infinity'")
                .setParameter(
                        "codes", municipalities.stream().map(Municipality::code).collect(Collectors.joining(",")))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "infinity" : day.toString();
    }
}
