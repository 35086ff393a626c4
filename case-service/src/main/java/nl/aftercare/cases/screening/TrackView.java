package nl.aftercare.cases.screening;

import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.Track;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.AskingWillingness;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.Limit;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Unreachable;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.cases.persistence.Cases.Stored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the aftercare of a victim is.
 *
 * @param suggestion what the criteria of the municipality say, while nothing is decided
 * @param decidedBy subject of the person who decided
 * @param unanswered how often the victim was tried in vain
 * @param closedOn Europe/Amsterdam
 * @param goesOnAs the case in which it goes on after its robbery was merged; null while it stands by itself
 * @param explanation what this state means and what may happen now, in plain Dutch (B1)
 */
@Schema(name = "Track")
public record TrackView(
        UUID caseId,
        State state,
        @Nullable SuggestionView suggestion,
        @Nullable Result decision,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable Integer unanswered,
        @Nullable LocalDate willingOn,
        @Nullable Limit limit,
        @Nullable LocalDate closedOn,
        @Nullable UUID goesOnAs,
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
        CLOSED,
        ERASED,
        CANCELLED
    }

    static TrackView of(Stored stored) {
        var aftercare = stored.aftercareCase();
        var track = aftercare.track();
        var decision = aftercare.decision();
        var state = aftercare.isCancelled() && !(track instanceof Closed || track instanceof Erased)
                ? State.CANCELLED
                : state(track);
        return new TrackView(
                aftercare.id().value(),
                state,
                state == State.SCREENING ? SuggestionView.of(stored) : null,
                decision == null ? null : decision.result(),
                decision == null ? null : decision.decidedBy(),
                decision == null ? null : decision.decidedOn(),
                track instanceof AskingWillingness asking ? (Integer) asking.unanswered() : null,
                track instanceof Active active ? active.willingOn() : null,
                track instanceof LimitedToFirstLine limited ? limited.limit() : null,
                track instanceof Closed closed ? closed.closedOn() : null,
                stored.goesOnAs(),
                Explanations.of(aftercare, state));
    }

    private static State state(Track track) {
        return switch (track) {
            case Screening screening -> State.SCREENING;
            case AskingWillingness asking -> State.ASKING_WILLINGNESS;
            case Active active -> State.ACTIVE;
            case LimitedToFirstLine limited -> State.LIMITED_TO_FIRST_LINE;
            case Withheld withheld -> State.WITHHELD;
            case Unreachable unreachable -> State.UNREACHABLE;
            case Closed closed -> State.CLOSED;
            case Erased erased -> State.ERASED;
        };
    }
}
