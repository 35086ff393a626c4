package nl.aftercare.neighbourhood.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.MeetingWork;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What is done for a meeting, as stored; {@code attended} beside it for the figures. */
@Entity
@Table(name = "meeting_work")
class MeetingWorkRow {
    @Id
    UUID meetingId;

    @Version
    int version;

    String municipality;

    @Nullable
    Integer attended;

    @JdbcTypeCode(SqlTypes.JSON)
    MeetingWork work;

    void take(MeetingWork newWork) {
        work = newWork;
        attended = newWork.outcome() == null ? null : newWork.outcome().attended();
    }
}
