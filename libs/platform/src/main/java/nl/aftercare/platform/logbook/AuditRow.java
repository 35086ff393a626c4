package nl.aftercare.platform.logbook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the audit log. */
@Entity
@Table(name = "audit_line")
class AuditRow {
    @Id
    UUID id;

    @Nullable
    String municipality;

    Instant at;
    String actor;
    String client;
    String roles;
    String action;

    @Nullable
    String object;

    String result;
    String origin;

    @Nullable
    String traceId;
}
