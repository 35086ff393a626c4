package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** @throws ProblemException 404 when there is none within the municipalities of the transaction */
    public Uni<Partner> read(UUID id) {
        return find(id).onItem().ifNull().failWith(ProblemException::notFound);
    }

    public Uni<Void> save(Partner partner) {
        return transactions.session().persist(PartnerRow.of(partner));
    }

    public Uni<Page<Partner>> list(PageRequest page) {
        return page.fetch(transactions.session(), PartnerRow.class, Filter.none(), row -> row.id)
                .map(rows -> rows.map(PartnerRow::toDomain));
    }
}
