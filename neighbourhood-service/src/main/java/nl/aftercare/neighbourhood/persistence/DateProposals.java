package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.DateProposal;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** The dates last found for each plan. All within the municipalities of the transaction. */
@ApplicationScoped
public class DateProposals {
    private final Transactions transactions;

    DateProposals(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param computedAt from what was known then, UTC */
    public record Stored(DateProposal proposal, Instant computedAt) {}

    public Uni<@Nullable Stored> find(UUID planId) {
        return transactions
                .session()
                .find(DateProposalRow.class, planId)
                .map(row -> row == null ? null : new Stored(row.proposal, row.computedAt));
    }

    /** In place of what was found before. */
    public Uni<Void> save(DateProposal proposal, Municipality municipality, Instant at) {
        return transactions
                .session()
                .find(DateProposalRow.class, proposal.planId())
                .flatMap(found -> {
                    var row = found == null ? new DateProposalRow() : found;
                    row.planId = proposal.planId();
                    row.municipality = municipality.code();
                    row.computedAt = at;
                    row.proposal = proposal;
                    return found == null
                            ? transactions.session().persist(row)
                            : Uni.createFrom().voidItem();
                });
    }
}
