package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.aftercare.notifications.domain.Fact;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.transaction.Transactions;

/** The summaries of what a coordinator need not hear at once. All within the municipalities of the transaction. */
@ApplicationScoped
class Summaries {
    private final Locks locks;
    private final Transactions transactions;

    Summaries(Locks locks, Transactions transactions) {
        this.locks = locks;
        this.transactions = transactions;
    }

    /** The one that is not handed to its channel yet; nobody else begins one until the end of the transaction. */
    Uni<Optional<UUID>> open(Municipality municipality) {
        return locks.hold("summary " + municipality.code())
                .chain(() -> transactions
                        .session()
                        .createNativeQuery(
                                "select id from message where template = :template and municipality = :municipality"
                                        + " and state = :state and attempts = 0 limit 1 for update",
                                UUID.class)
                        .setParameter("template", Template.DIGEST.name())
                        .setParameter("municipality", municipality.code())
                        .setParameter("state", MessageState.WAITING.name())
                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** What goes in one, the oldest first; of any other message nothing. */
    Uni<List<Promise>> gathered(Promise summary) {
        return summary.template() != Template.DIGEST
                ? Uni.createFrom().item(List.of())
                : transactions
                        .session()
                        .createQuery(
                                "from MessageRow where id in (select messageId from FactRow where kind = :kind"
                                        + " and reference = :summary) order by promisedAt, id",
                                MessageRow.class)
                        .setParameter("kind", Fact.Kind.SUPERSEDED)
                        .setParameter("summary", summary.messageId().toString())
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> row.toDomain(List.of()).promise())
                                .toList());
    }
}
