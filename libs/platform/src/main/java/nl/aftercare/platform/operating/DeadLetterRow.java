package nl.aftercare.platform.operating;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A record that could not be handled, as it was. */
@Entity
@Table(name = "dead_letter")
class DeadLetterRow {
    /** Key and headers as Base64: they may hold any bytes. */
    record Envelope(@Nullable String key, Map<String, String> headers) {}

    @Id
    UUID id;

    @Version
    int version;

    String origin;
    String topic;
    int topicPartition;
    long topicOffset;

    @Nullable
    String eventId;

    @Nullable
    String eventType;

    @Nullable
    String eventSource;

    @Nullable
    String municipality;

    String reason;
    Instant arrivedAt;

    @Enumerated(EnumType.STRING)
    DeadLetterState state;

    /** How often it was handed to its consumer again. */
    int tries;

    @Nullable
    Instant decidedAt;

    @Nullable
    String decidedBy;

    @Nullable
    String because;

    @JdbcTypeCode(SqlTypes.JSON)
    Envelope envelope;

    byte @Nullable [] data;
}
