package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Transactions;

/** How many messages are in which state. */
@ApplicationScoped
public class Reconciliation {
    private final Transactions transactions;

    Reconciliation(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Of all municipalities together, in a transaction of its own. */
    public Uni<Map<MessageState, Long>> ofAll() {
        return transactions.in(new Tenancy(Set.of()), () -> count("select state, messages from messages_by_state()"));
    }

    /** Within the municipalities of the transaction. */
    public Uni<Map<MessageState, Long>> own() {
        return count("select state, count(*) from message group by state");
    }

    private Uni<Map<MessageState, Long>> count(String query) {
        return transactions
                .session()
                .createNativeQuery(query, Object[].class)
                .getResultList()
                .map(rows -> {
                    var counts = new EnumMap<MessageState, Long>(MessageState.class);
                    rows.forEach(row -> counts.put(MessageState.valueOf((String) row[0]), (Long) row[1]));
                    return counts;
                });
    }
}
