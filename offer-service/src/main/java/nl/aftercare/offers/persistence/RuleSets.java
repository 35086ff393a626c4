package nl.aftercare.offers.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.offers.domain.RuleSet;
import nl.aftercare.offers.domain.RuleSet.Draft;
import nl.aftercare.offers.domain.RuleSet.Version;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.transaction.Transactions;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The decision tables of regions and municipalities. Those of a municipality within the municipalities of the transaction. */
@ApplicationScoped
public class RuleSets {
    private static final int NOTHING_STORED = 0;
    private final Transactions transactions;

    RuleSets(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param version of what was read; 0 while the area has nothing */
    public record Stored(RuleSet ruleSet, int version) {}

    public Uni<Stored> read(String area) {
        return row(area).flatMap(row -> versions(area).map(versions -> stored(area, row, versions)));
    }

    /** Published, in the order of their numbers. */
    public Uni<List<Version>> versions(String area) {
        return transactions
                .session()
                .createQuery("select details from RuleSetVersionRow where area = :area order by number", Version.class)
                .setParameter("area", area)
                .getResultList();
    }

    /** @param version its name; fails with not found when there is none */
    public Uni<String> dmn(String version) {
        return transactions
                .session()
                .createQuery("select dmn from RuleSetVersionRow where name = :name", String.class)
                .setParameter("name", version)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    /**
     * Stores what is prepared in place of what was; null to have nothing prepared.
     *
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody changed it meanwhile
     */
    public Uni<Stored> prepare(String area, @Nullable Draft draft, int version) {
        return rowOf(area, version).flatMap(row -> {
            row.draft = draft;
            return flush().chain(() -> read(area));
        });
    }

    /**
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody changed it meanwhile
     */
    public Uni<Stored> publish(Accepted<RuleSet, Version> accepted, String dmn, int version) {
        var area = accepted.state().area();
        return rowOf(area, version).flatMap(row -> {
            row.draft = null;
            return transactions
                    .session()
                    .persist(RuleSetVersionRow.of(accepted.events().getFirst(), dmn))
                    .chain(this::flush)
                    .chain(() -> read(area));
        });
    }

    private Uni<RuleSetRow> rowOf(String area, int version) {
        return row(area).flatMap(found -> {
            if (version(found) != version) {
                throw ProblemException.staleVersion();
            }
            if (found != null) {
                return Uni.createFrom().item(found);
            }
            var row = new RuleSetRow();
            row.area = area;
            return transactions.session().persist(row).replaceWith(row);
        });
    }

    private Uni<@Nullable RuleSetRow> row(String area) {
        return transactions.session().find(RuleSetRow.class, area);
    }

    /** Of two who store the first one at the same time, one is told of the other. */
    private Uni<Void> flush() {
        return transactions
                .session()
                .flush()
                .onFailure(ConstraintViolationException.class)
                .transform(_ -> ProblemException.staleVersion());
    }

    private static Stored stored(String area, @Nullable RuleSetRow row, List<Version> versions) {
        return new Stored(new RuleSet(area, row == null ? null : row.draft, versions), version(row));
    }

    private static int version(@Nullable RuleSetRow row) {
        return row == null ? NOTHING_STORED : row.version + 1;
    }
}
