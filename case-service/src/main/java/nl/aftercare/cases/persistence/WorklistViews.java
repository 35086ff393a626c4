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
        var urgency = view.urgency();
        var nextAction = view.nextAction();
        return transactions
                .session()
                .createNativeQuery("insert into worklist_view (municipality, name, title, owner, urgency, next_action)"
                        + " values (:municipality, :name, :title, cast(:owner as text), cast(:urgency as text),"
                        + " cast(:action as text)) on conflict (municipality, name) do update set title = excluded.title,"
                        + " owner = excluded.owner, urgency = excluded.urgency, next_action = excluded.next_action")
                .setParameter("municipality", view.municipality().code())
                .setParameter("name", view.name())
                .setParameter("title", view.title())
                .setParameter("owner", view.owner())
                .setParameter("urgency", urgency == null ? null : urgency.name())
                .setParameter("action", nextAction == null ? null : nextAction.name())
                .executeUpdate()
                .replaceWithVoid();
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
