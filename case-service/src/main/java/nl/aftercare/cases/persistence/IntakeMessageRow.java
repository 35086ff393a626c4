package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.aftercare.cases.persistence.IntakeMessages.State;
import org.jspecify.annotations.Nullable;

/** A message that no robbery is known for, as stored; its content is gone when it does not wait any more. */
@Entity
@Table(name = "intake_message")
class IntakeMessageRow {
    @Id
    UUID id;

    String municipality;
    String feed;
    String reference;
    Instant receivedAt;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    String body;

    @Nullable
    String reason;
}
