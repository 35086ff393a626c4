package nl.aftercare.platform.rest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The first answer to a request that a client marked with an {@code Idempotency-Key}. */
@Entity
@Table(name = "idempotency_key")
class IdempotencyRow {
    /** Client, municipality and key together. */
    @Id
    String id;

    String municipality;
    String requestHash;
    int status;
    String answer;
    Instant answeredAt;
}
