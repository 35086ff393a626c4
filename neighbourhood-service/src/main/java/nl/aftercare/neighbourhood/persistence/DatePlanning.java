package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Transactions;

/**
 * Which regions want dates. A region is one replica's at a time; a claim lapses by itself when its holder dies, and the next one begins
 * anew.
 */
@ApplicationScoped
public class DatePlanning {
    private static final String CLAIM = """
            update date_planning set claimed_until = now() + make_interval(0, 0, 0, 0, 0, 0, :seconds)
            where region in (
              select region from date_planning where asked > solved and claimed_until < now()
              order by region limit 1 for update skip locked)
            returning region, asked""";

    private final Transactions transactions;

    DatePlanning(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param asked how often dates were asked for until now: what is found answers all of these */
    public record Claim(String region, int asked) {}

    public Uni<Void> ask(String region) {
        return transactions
                .session()
                .createNativeQuery("insert into date_planning (region, asked, solved) values (:region, 1, 0)"
                        + " on conflict (region) do update set asked = date_planning.asked + 1")
                .setParameter("region", region)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether somebody asked and no answer came yet. */
    public Uni<Boolean> isAsked(String region) {
        return transactions
                .session()
                .createNativeQuery("select asked > solved from date_planning where region = :region", Boolean.class)
                .setParameter("region", region)
                .getResultList()
                .map(asked -> asked.contains(true));
    }

    /**
     * Takes a region that waits, in a transaction of its own.
     *
     * @param lease for how long nobody else gets it
     * @return empty when none waits
     */
    public Uni<List<Claim>> claim(Duration lease) {
        return transactions.in(new Tenancy(Set.of()), () -> transactions
                .session()
                .createNativeQuery(CLAIM, Object[].class)
                .setParameter("seconds", (double) lease.toSeconds())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Claim((String) row[0], (Integer) row[1]))
                        .toList()));
    }

    /** Answered. */
    public Uni<Void> done(Claim claim) {
        return transactions
                .session()
                .createNativeQuery("update date_planning set solved = greatest(solved, :asked),"
                        + " claimed_until = '-infinity' where region = :region")
                .setParameter("asked", claim.asked())
                .setParameter("region", claim.region())
                .executeUpdate()
                .replaceWithVoid();
    }
}
