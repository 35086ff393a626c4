package nl.aftercare.cases.screening;

import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.AftercareDecision;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.Track;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.AskingWillingness;
import nl.aftercare.cases.domain.Track.Limit;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Unreachable;
import nl.aftercare.cases.domain.Track.Withheld;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the aftercare of a victim is.
 *
 * @param decidedBy subject of the person who decided
 * @param unanswered how often the victim was tried in vain
 * @param explanation what this state means and what may happen now, in plain Dutch (B1)
 */
@Schema(name = "Track")
public record TrackView(
        UUID caseId,
        State state,
        @Nullable Result decision,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable Integer unanswered,
        @Nullable LocalDate willingOn,
        @Nullable Limit limit,
        String explanation) {

    /** States of {@link Track}, and the one that the police decide. */
    @Schema(name = "TrackState")
    public enum State {
        SCREENING,
        ASKING_WILLINGNESS,
        ACTIVE,
        LIMITED_TO_FIRST_LINE,
        WITHHELD,
        UNREACHABLE,
        CANCELLED
    }

    static TrackView of(AftercareCase aftercare) {
        return switch (aftercare.track()) {
            case Screening screening -> view(aftercare, State.SCREENING, null, null, null, null);
            case AskingWillingness(var decision, var unanswered) ->
                view(aftercare, State.ASKING_WILLINGNESS, decision, unanswered, null, null);
            case Active(var decision, var willingOn, var visit) ->
                view(aftercare, State.ACTIVE, decision, null, willingOn, null);
            case LimitedToFirstLine(var decision, var limit, var visit) ->
                view(aftercare, State.LIMITED_TO_FIRST_LINE, decision, null, null, limit);
            case Withheld(var decision) -> view(aftercare, State.WITHHELD, decision, null, null, null);
            case Unreachable(var decision, var unanswered) ->
                view(aftercare, State.UNREACHABLE, decision, unanswered, null, null);
        };
    }

    private static TrackView view(
            AftercareCase aftercare,
            State onTrack,
            @Nullable AftercareDecision decision,
            @Nullable Integer unanswered,
            @Nullable LocalDate willingOn,
            @Nullable Limit limit) {
        var state = aftercare.isCancelled() ? State.CANCELLED : onTrack;
        return new TrackView(
                aftercare.id().value(),
                state,
                decision == null ? null : decision.result(),
                decision == null ? null : decision.decidedBy(),
                decision == null ? null : decision.decidedOn(),
                unanswered,
                willingOn,
                limit,
                Explanations.of(aftercare, state));
    }
}
