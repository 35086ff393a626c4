package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Transactions;

/** Of which municipality a message is, for receipts, which name the message alone. */
@ApplicationScoped
public class Owners {
    private static final String ALL = "usual";
    private final Transactions transactions;
    private final Reorganisations reorganisations;

    Owners(Transactions transactions, Reorganisations reorganisations) {
        this.transactions = transactions;
        this.reorganisations = reorganisations;
    }

    /**
     * Fails with not found when there is no such message, or it is of a municipality that the channel does not serve.
     *
     * @param served code of the municipality whose channel it is; {@code usual} for one that serves all
     */
    public Uni<Municipality> of(UUID messageId, String served) {
        return transactions
                .in(new Tenancy(Set.of()), () -> transactions
                        .session()
                        .createNativeQuery("select owner_of_message(:id)", String.class)
                        .setParameter("id", messageId)
                        .getSingleResultOrNull())
                .map(code -> {
                    if (code == null) {
                        throw ProblemException.notFound();
                    }
                    var owner = new Municipality(code);
                    if (!served.equals(ALL)
                            && !reorganisations.today(owner).code().equals(served)) {
                        throw ProblemException.notFound();
                    }
                    return owner;
                });
    }
}
