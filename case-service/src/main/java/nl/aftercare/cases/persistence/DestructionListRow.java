package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.DestructionList;
import nl.aftercare.cases.domain.DestructionList.State.Approved;
import nl.aftercare.cases.domain.DestructionList.State.Proposed;
import nl.aftercare.cases.domain.DestructionList.State.Rejected;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A destruction list as stored. */
@Entity
@Table(name = "destruction_list")
class DestructionListRow {
    /** The states of {@link DestructionList}, as stored. */
    enum State {
        PROPOSED,
        APPROVED,
        REJECTED
    }

    @Id
    UUID id;

    @Version
    int version;

    String municipality;
    String drawnUpBy;
    LocalDate drawnUpOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Cases caseIds;

    @Enumerated(EnumType.STRING)
    State state;

    String decidedBy;
    LocalDate decidedOn;
    String reason;

    /** Hibernate Reactive stores a JSON object, not a bare list. */
    record Cases(List<UUID> ids) {}

    static DestructionListRow of(DestructionList list) {
        var row = new DestructionListRow();
        row.id = list.id();
        row.municipality = list.municipality().code();
        row.drawnUpBy = list.drawnUpBy();
        row.drawnUpOn = list.drawnUpOn();
        row.caseIds = new Cases(list.cases().stream().map(CaseId::value).toList());
        row.take(list);
        return row;
    }

    void take(DestructionList list) {
        switch (list.state()) {
            case Proposed proposed -> state = State.PROPOSED;
            case Approved(var by, var on) -> {
                state = State.APPROVED;
                decidedBy = by;
                decidedOn = on;
            }
            case Rejected(var by, var on, var why) -> {
                state = State.REJECTED;
                decidedBy = by;
                decidedOn = on;
                reason = why;
            }
        }
    }

    DestructionList toDomain() {
        return new DestructionList(
                id,
                new Municipality(municipality),
                drawnUpBy,
                drawnUpOn,
                caseIds.ids().stream().map(CaseId::new).toList(),
                switch (state) {
                    case PROPOSED -> new Proposed();
                    case APPROVED -> new Approved(decidedBy, decidedOn);
                    case REJECTED -> new Rejected(decidedBy, decidedOn, reason);
                });
    }
}
