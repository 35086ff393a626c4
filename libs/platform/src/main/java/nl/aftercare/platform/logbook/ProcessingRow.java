package nl.aftercare.platform.logbook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One line of the processing log: one action on one data subject. Never the staff member, never content. */
@Entity
@Table(name = "processing_line")
class ProcessingRow {
    @Id
    UUID id;

    String municipality;
    String traceId;
    String spanId;
    String name;
    String status;
    Instant startTime;
    Instant endTime;
    String processingActivityId;
    String dataSubjectId;
    String dataSubjectIdType;
}
