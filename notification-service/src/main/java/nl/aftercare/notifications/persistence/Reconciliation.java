package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.platform.transaction.Transactions;

/** How many messages are in which state. */
@ApplicationScoped
public class Reconciliation {
    private final Transactions transactions;

    Reconciliation(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Within the municipalities of the transaction. */
    public Uni<Map<MessageState, Long>> own() {
        return transactions
                .session()
                .createNativeQuery("select state, count(*) from message group by state", Object[].class)
                .getResultList()
                .map(rows -> {
                    var counts = new EnumMap<MessageState, Long>(MessageState.class);
                    rows.forEach(row -> counts.put(MessageState.valueOf((String) row[0]), (Long) row[1]));
                    return counts;
                });
    }
}
