package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** What each municipality settled beforehand. */
@ApplicationScoped
public class Playbooks {
    private static final int NOTHING_STORED = 0;
    private final Transactions transactions;
    private final WorkingDays workingDays;

    Playbooks(Transactions transactions, WorkingDays workingDays) {
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
            row.municipality = municipality.code();
            row.playbook = playbook;
            return (found == null
                            ? transactions.session().persist(row)
                            : Uni.createFrom().voidItem())
                    .chain(() -> transactions.session().flush())
                    .replaceWith(() -> stored(row));
        });
    }

    Uni<Clocks> clocks(Municipality municipality) {
        return read(municipality).map(stored -> new Clocks(stored.playbook(), workingDays));
    }

    private Uni<@Nullable PlaybookRow> row(Municipality municipality) {
        return transactions.session().find(PlaybookRow.class, municipality.code());
    }

    private static Stored stored(@Nullable PlaybookRow row) {
        return row == null ? new Stored(Playbook.DEFAULT, NOTHING_STORED) : new Stored(row.playbook, row.version + 1);
    }
}
