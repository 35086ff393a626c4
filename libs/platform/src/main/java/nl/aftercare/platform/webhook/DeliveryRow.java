package nl.aftercare.platform.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event for one subscription: a line of the ledger. */
@Entity
@Table(name = "webhook_delivery")
class DeliveryRow {
    /** How it is with a delivery. */
    enum State {
        WAITING,
        DELIVERED,
        /** After the last attempt; it can be asked for again. */
        GIVEN_UP
    }

    @Id
    UUID id;

    UUID subscriptionId;
    UUID eventId;
    String eventType;

    @Enumerated(EnumType.STRING)
    State state;

    int attempts;
    Instant createdAt;
    Instant dueAt;

    @Nullable
    Integer lastStatus;

    @Nullable
    String lastProblem;

    @Nullable
    Instant endedAt;
}
