package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** The stored partners. All within the municipalities of the transaction. */
@ApplicationScoped
public class Partners {
    private final Transactions transactions;

    Partners(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @return null when there is none within the municipalities of the transaction */
    public Uni<@Nullable Partner> find(UUID id) {
        return transactions.session().find(PartnerRow.class, id).map(row -> row == null ? null : row.toDomain());
    }

    /** @param version of what was read */
    public record Stored(Partner partner, int version) {}

    /** Fails with not found when there is none within the municipalities of the transaction. */
    public Uni<Stored> read(UUID id) {
        return row(id, LockModeType.NONE).map(Partners::stored);
    }

    /**
     * Stores what changed of a partner; the same again changes nothing and needs no newer version.
     *
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody changed it meanwhile
     */
    public Uni<Stored> change(Partner partner, int version) {
        return row(partner.id(), LockModeType.PESSIMISTIC_WRITE).flatMap(row -> {
            if (row.toDomain().equals(partner)) {
                return Uni.createFrom().item(stored(row));
            }
            if (row.version != version) {
                throw ProblemException.staleVersion();
            }
            row.take(partner);
            return transactions.session().flush().replaceWith(() -> stored(row));
        });
    }

    public Uni<Void> save(Partner partner) {
        return transactions.session().persist(PartnerRow.of(partner));
    }

    public Uni<Page<Partner>> list(PageRequest page) {
        return page.fetch(transactions.session(), PartnerRow.class, Filter.none(), row -> row.id)
                .map(rows -> rows.map(PartnerRow::toDomain));
    }

    private Uni<PartnerRow> row(UUID id, LockModeType lock) {
        return transactions
                .session()
                .find(PartnerRow.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    private static Stored stored(PartnerRow row) {
        return new Stored(row.toDomain(), row.version);
    }
}
