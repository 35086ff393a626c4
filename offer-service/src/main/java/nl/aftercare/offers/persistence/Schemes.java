package nl.aftercare.offers.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.aftercare.offers.domain.LocalSchemes;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What municipalities have to offer. All within the municipalities of the transaction. */
@ApplicationScoped
public class Schemes {
    private static final int NOTHING_STORED = 0;
    private final Transactions transactions;
    private final Reorganisations reorganisations;

    Schemes(Transactions transactions, Reorganisations reorganisations) {
        this.transactions = transactions;
        this.reorganisations = reorganisations;
    }

    /**
     * @param settled whether the municipality said what it has; if not, the list is empty
     * @param version of what was read; 0 while nothing is settled
     */
    public record Stored(LocalSchemes schemes, boolean settled, int version) {

        /** What is there for a victim: of what nobody settled, nobody knows. */
        public Map<String, Fact> judge(LocalDate robbery, LocalDate today) {
            return settled ? schemes.judge(robbery, today) : LocalSchemes.unsettled();
        }
    }

    public Uni<Stored> read(Municipality municipality) {
        return row(municipality).map(Schemes::stored);
    }

    /**
     * Stores the schemes in place of the former ones.
     *
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody changed them meanwhile
     */
    public Uni<Stored> save(Municipality municipality, LocalSchemes schemes, int version) {
        return row(municipality).flatMap(found -> {
            if (stored(found).version() != version) {
                throw ProblemException.staleVersion();
            }
            var row = found == null ? new SchemesRow() : found;
            row.municipality = reorganisations.today(municipality).code();
            row.schemes = schemes;
            return (found == null
                            ? transactions.session().persist(row)
                            : Uni.createFrom().voidItem())
                    .chain(() -> transactions.session().flush())
                    // of two who store the first one at the same time, one is told of the other
                    .onFailure(ConstraintViolationException.class)
                    .transform(_ -> ProblemException.staleVersion())
                    .replaceWith(() -> stored(row));
        });
    }

    private Uni<@Nullable SchemesRow> row(Municipality municipality) {
        return transactions
                .session()
                .find(SchemesRow.class, reorganisations.today(municipality).code());
    }

    private static Stored stored(@Nullable SchemesRow row) {
        return row == null
                ? new Stored(new LocalSchemes(List.of()), false, NOTHING_STORED)
                : new Stored(row.schemes, true, row.version + 1);
    }
}
