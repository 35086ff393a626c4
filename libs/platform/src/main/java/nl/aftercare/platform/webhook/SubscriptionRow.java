package nl.aftercare.platform.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wants to be told of which events. */
@Entity
@Table(name = "webhook_subscription")
class SubscriptionRow {
    /** How it is with a subscription. */
    enum State {
        ACTIVE,
        /** Nothing is told any longer. */
        ENDED
    }

    @Id
    UUID id;

    String municipality;
    /** The Keycloak client that subscribed. */
    String client;

    String endpoint;
    String types;

    @Enumerated(EnumType.STRING)
    State state;

    Instant subscribedAt;

    @Nullable
    String endedBecause;

    List<String> typeList() {
        return List.of(types.split(","));
    }
}
