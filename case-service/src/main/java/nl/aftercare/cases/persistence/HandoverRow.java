package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A handover of a case, as stored. */
@Entity
@Table(name = "handover")
class HandoverRow {
    @Id
    UUID id;

    String municipality;
    UUID caseId;

    @Nullable
    String fromPerson;

    String toPerson;
    String byPerson;
    Instant at;
}
