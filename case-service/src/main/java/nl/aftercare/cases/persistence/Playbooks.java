package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** What each municipality settled beforehand; what one settled holds for all that merged into it. */
@ApplicationScoped
public class Playbooks {
    private static final int NOTHING_STORED = 0;
    private final Transactions transactions;
    private final WorkingDays workingDays;
    private final Reorganisations reorganisations;

    Playbooks(Transactions transactions, WorkingDays workingDays, Reorganisations reorganisations) {
        this.reorganisations = reorganisations;
        this.transactions = transactions;
        this.workingDays = workingDays;
    }

    /** @param version of what was read; 0 while the municipality settled nothing */
    public record Stored(Playbook playbook, int version) {}

    /** @return {@link Playbook#DEFAULT} when the municipality settled nothing */
    public Uni<Stored> read(Municipality municipality) {
        return row(municipality).map(Playbooks::stored);
    }

    /**
     * Stores the playbook in place of the former one.
     *
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody changed it meanwhile
     */
    public Uni<Stored> save(Municipality municipality, Playbook playbook, int version) {
        return row(municipality).flatMap(found -> {
            if (stored(found).version() != version) {
                throw ProblemException.staleVersion();
            }
            var row = found == null ? new PlaybookRow() : found;
            row.municipality = reorganisations.today(municipality).code();
            row.playbook = playbook;
            return (found == null
                            ? transactions.session().persist(row)
                            : Uni.createFrom().voidItem())
                    .chain(() -> transactions.session().flush())
                    .replaceWith(() -> stored(row));
        });
    }

    /** Those of many municipalities at once. */
    Uni<Map<Municipality, Playbook>> read(Set<Municipality> municipalities) {
        return transactions
                .session()
                .createQuery("from PlaybookRow where municipality in (:codes)", PlaybookRow.class)
                .setParameter(
                        "codes",
                        municipalities.stream()
                                .map(one -> reorganisations.today(one).code())
                                .toList())
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> new Municipality(row.municipality), row -> row.playbook)))
                .map(settled -> municipalities.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                one -> settled.getOrDefault(reorganisations.today(one), Playbook.DEFAULT))));
    }

    Uni<Clocks> clocks(Municipality municipality) {
        return read(municipality).map(stored -> new Clocks(stored.playbook(), workingDays));
    }

    private Uni<@Nullable PlaybookRow> row(Municipality municipality) {
        return transactions
                .session()
                .find(PlaybookRow.class, reorganisations.today(municipality).code());
    }

    private static Stored stored(@Nullable PlaybookRow row) {
        return row == null ? new Stored(Playbook.DEFAULT, NOTHING_STORED) : new Stored(row.playbook, row.version + 1);
    }
}
