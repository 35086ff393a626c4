package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aftercare.neighbourhood.domain.Settings;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;
import org.hibernate.exception.ConstraintViolationException;

/** What municipalities settled beforehand. All within the municipalities of the transaction. */
@ApplicationScoped
public class StoredSettings {
    private final Transactions transactions;
    private final Reorganisations reorganisations;

    StoredSettings(Transactions transactions, Reorganisations reorganisations) {
        this.transactions = transactions;
        this.reorganisations = reorganisations;
    }

    /** @param version of what was read; 0 while nothing is settled */
    public record Stored(Settings settings, int version) {}

    public Uni<Stored> read(Municipality municipality) {
        return transactions
                .session()
                .find(SettingsRow.class, reorganisations.today(municipality).code())
                .map(row -> row == null ? new Stored(Settings.USUAL, 0) : stored(row));
    }

    /** Of all municipalities of the transaction that settled something. */
    public Uni<Map<Municipality, Settings>> all() {
        return transactions
                .session()
                .createQuery("from SettingsRow", SettingsRow.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> new Municipality(row.municipality), row -> row.settings)));
    }

    /**
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody settled something else meanwhile
     */
    public Uni<Stored> save(Municipality municipality, Settings settings, int version) {
        var code = reorganisations.today(municipality).code();
        return transactions.session().find(SettingsRow.class, code).flatMap(found -> {
            if ((found == null ? 0 : found.version + 1) != version) {
                throw ProblemException.staleVersion();
            }
            var row = found == null ? new SettingsRow() : found;
            row.municipality = code;
            row.settings = settings;
            return (found == null
                            ? transactions.session().persist(row)
                            : Uni.createFrom().voidItem())
                    .chain(() -> transactions.session().flush())
                    // of two who settle it for the first time together, one is told of the other
                    .onFailure(ConstraintViolationException.class)
                    .transform(_ -> ProblemException.staleVersion())
                    .replaceWith(() -> stored(row));
        });
    }

    private static Stored stored(SettingsRow row) {
        return new Stored(row.settings, row.version + 1);
    }
}
