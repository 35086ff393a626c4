package nl.aftercare.platform.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.aftercare.platform.webhook.Fanout.Told;
import org.jspecify.annotations.Nullable;

/** An event that waits for the relay. The database numbers the rows; Hibernate never reads them. */
@Entity
@Table(name = "outbox")
class OutboxRow {
    @Id
    UUID id;

    String topic;
    String type;
    UUID key;
    UUID subject;
    String municipality;

    @Nullable
    String traceparent;

    Instant recordedAt;
    String data;

    Told told() {
        return new Told(id, type, subject, municipality, traceparent, recordedAt, data);
    }
}
