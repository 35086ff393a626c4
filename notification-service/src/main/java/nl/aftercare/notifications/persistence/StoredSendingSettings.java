package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.notifications.domain.SendingOverride;
import nl.aftercare.notifications.domain.SendingSettings;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;
import org.hibernate.exception.ConstraintViolationException;

/** How municipalities send their messages. All within the municipalities of the transaction. */
@ApplicationScoped
public class StoredSendingSettings {
    private final SendingSettings usual;
    private final Transactions transactions;
    private final Reorganisations reorganisations;

    StoredSendingSettings(SendingSettings usual, Transactions transactions, Reorganisations reorganisations) {
        this.usual = usual;
        this.transactions = transactions;
        this.reorganisations = reorganisations;
    }

    /** @param version of what was read; 0 while a municipality does all as usual */
    public record Stored(SendingSettings settings, int version) {}

    public Uni<Stored> read(Municipality municipality) {
        return transactions
                .session()
                .find(SendingSettingsRow.class, code(municipality))
                .map(row -> row == null ? new Stored(usual, 0) : stored(row));
    }

    /**
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody settled something else meanwhile
     */
    public Uni<Stored> save(Municipality municipality, SendingOverride override, int version) {
        var session = transactions.session();
        return session.find(SendingSettingsRow.class, code(municipality)).flatMap(found -> {
            if ((found == null ? 0 : found.version + 1) != version) {
                throw ProblemException.staleVersion();
            }
            var row = found == null ? new SendingSettingsRow() : found;
            row.municipality = code(municipality);
            row.settings = override;
            return (found == null ? session.persist(row) : Uni.createFrom().voidItem())
                    .chain(session::flush)
                    // of two who settle it for the first time together, one is told of the other
                    .onFailure(ConstraintViolationException.class)
                    .transform(_ -> ProblemException.staleVersion())
                    .replaceWith(() -> stored(row));
        });
    }

    private String code(Municipality municipality) {
        return reorganisations.today(municipality).code();
    }

    private Stored stored(SendingSettingsRow row) {
        return new Stored(row.settings.over(usual), row.version + 1);
    }
}
