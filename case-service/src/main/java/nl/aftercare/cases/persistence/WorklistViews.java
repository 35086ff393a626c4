package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.cases.domain.NextAction;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** Selections of the worklist that coordinators gave a name. All within the municipalities of the transaction. */
@ApplicationScoped
public class WorklistViews {
    private final Transactions transactions;

    WorklistViews(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A selection of the worklist.
     *
     * @param owner as the worklist takes it; null for everybody
     * @param urgency null for all
     * @param nextAction null for all
     */
    public record Named(
            Municipality municipality,
            String name,
            String title,
            @Nullable String owner,
            NextAction.@Nullable Urgency urgency,
            NextAction.@Nullable Kind nextAction) {}

    public Uni<List<Named>> list() {
        return transactions
                .session()
                .createQuery("from WorklistViewRow order by municipality, name", WorklistViewRow.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Named(
                                new Municipality(row.municipality),
                                row.name,
                                row.title,
                                row.owner,
                                row.urgency,
                                row.nextAction))
                        .toList());
    }

    /** Keeps a view, in place of the former one of that name. */
    public Uni<Void> save(Named view) {
        var row = new WorklistViewRow();
        row.municipality = view.municipality().code();
        row.name = view.name();
        row.title = view.title();
        row.owner = view.owner();
        row.urgency = view.urgency();
        row.nextAction = view.nextAction();
        return transactions.session().merge(row).replaceWithVoid();
    }

    /** A view that is not there is as good as removed. */
    public Uni<Void> remove(Municipality municipality, String name) {
        return transactions
                .session()
                .createMutationQuery("delete from WorklistViewRow where municipality = :municipality and name = :name")
                .setParameter("municipality", municipality.code())
                .setParameter("name", name)
                .executeUpdate()
                .replaceWithVoid();
    }
}
