package nl.aftercare.cases.forgetting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.DestructionList;
import nl.aftercare.cases.domain.DestructionList.State.Approved;
import nl.aftercare.cases.domain.DestructionList.State.Proposed;
import nl.aftercare.cases.domain.DestructionList.State.Rejected;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Cases whose term is over.
 *
 * @param drawnUpBy subject of who drew it up; somebody else decides
 * @param drawnUpOn Europe/Amsterdam
 * @param decidedOn Europe/Amsterdam
 * @param reason why it was rejected
 */
@Schema(name = "DestructionList")
public record DestructionListView(
        UUID id,
        String municipality,
        State state,
        List<UUID> cases,
        String drawnUpBy,
        LocalDate drawnUpOn,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String reason) {

    /** What was decided. */
    @Schema(name = "DestructionListState")
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED
    }

    static DestructionListView of(DestructionList list) {
        return switch (list.state()) {
            case Proposed proposed -> view(list, State.PROPOSED, null, null, null);
            case Approved(var by, var on) -> view(list, State.APPROVED, by, on, null);
            case Rejected(var by, var on, var reason) -> view(list, State.REJECTED, by, on, reason);
        };
    }

    private static DestructionListView view(
            DestructionList list,
            State state,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String reason) {
        return new DestructionListView(
                list.id(),
                list.municipality().code(),
                state,
                list.cases().stream().map(CaseId::value).toList(),
                list.drawnUpBy(),
                list.drawnUpOn(),
                decidedBy,
                decidedOn,
                reason);
    }
}
