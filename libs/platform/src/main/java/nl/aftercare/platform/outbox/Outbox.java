package nl.aftercare.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.trace.Traces;
import nl.aftercare.platform.transaction.Transactions;
import nl.aftercare.platform.webhook.Fanout;

/** Where {@code persistence} leaves the events of a change, in the transaction of that change. */
@ApplicationScoped
public class Outbox {
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Fanout fanout;
    private final Time time;

    Outbox(Transactions transactions, ObjectMapper json, Fanout fanout, Time time) {
        this.fanout = fanout;
        this.transactions = transactions;
        this.json = json;
        this.time = time;
    }

    /** Appends the events in this order, after the changes made so far. */
    public Uni<Void> append(List<OutgoingEvent> events) {
        transactions.announce();
        // Hibernate writes inserts before updates: the change must reach the database before its event
        var rows = events.stream().map(this::row).toList();
        return transactions
                .session()
                .flush()
                .chain(() -> transactions.session().persistAll(rows.toArray()))
                .chain(() -> fanout.add(rows.stream().map(OutboxRow::told).toList()));
    }

    private OutboxRow row(OutgoingEvent event) {
        var row = new OutboxRow();
        row.recordedAt = time.now();
        row.id = Ids.next(row.recordedAt);
        row.topic = event.topic();
        row.type = event.type();
        row.key = event.key();
        row.subject = event.subject();
        row.municipality = event.municipality().code();
        row.traceparent = Traces.current();
        row.data = write(event.data());
        return row;
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(data.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }
}
