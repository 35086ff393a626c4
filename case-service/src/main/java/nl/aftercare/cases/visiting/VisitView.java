package nl.aftercare.cases.visiting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.cases.domain.FirstVisit;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.VisitAdvice;
import nl.aftercare.cases.domain.VisitAdvice.Hint;
import nl.aftercare.cases.persistence.Cases.Stored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The first visit to a victim, with advice.
 *
 * @param suggestedVisitor who had best go
 * @param notBefore first day on which the first heavy emotions may have subsided, Europe/Amsterdam
 * @param hints what to do or to reconsider, the weightiest first; nothing of it is refused
 */
@Schema(name = "Visit")
public record VisitView(
        UUID caseId,
        State state,
        @Nullable LocalDate on,
        @Nullable Visitor visitor,
        @Nullable Boolean policePresent,
        @Nullable Boolean adviceAsked,
        @Nullable LocalDate heldOn,
        Visitor suggestedVisitor,
        LocalDate notBefore,
        List<HintView> hints) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    /** How far the visit is. */
    @Schema(name = "VisitState")
    public enum State {
        /** The victim has not said that a visit is welcome. */
        NOT_POSSIBLE,
        NOT_PLANNED,
        PLANNED,
        HELD
    }

    /**
     * @param text what to do or to reconsider, in plain Dutch (B1)
     * @param source the sentence of the source that it comes from
     */
    @Schema(name = "VisitHint")
    public record HintView(Hint hint, String text, String source) {

        static HintView of(Hint hint) {
            return new HintView(hint, TEXTS.getString("hint." + hint), TEXTS.getString("hint." + hint + ".source"));
        }
    }

    static VisitView of(Stored stored) {
        var aftercare = stored.aftercareCase();
        var visit = aftercare.firstVisit();
        return switch (visit) {
            case NotPlanned none ->
                view(
                        stored,
                        none,
                        aftercare.track() instanceof Active ? State.NOT_PLANNED : State.NOT_POSSIBLE,
                        null,
                        null);
            case Planned planned -> view(stored, planned, State.PLANNED, planned.plan(), null);
            case Held held -> view(stored, held, State.HELD, held.plan(), held.heldOn());
        };
    }

    private static VisitView view(
            Stored stored, FirstVisit visit, State state, @Nullable Plan plan, @Nullable LocalDate heldOn) {
        var aftercare = stored.aftercareCase();
        var advice = VisitAdvice.on(aftercare.robbery(), visit, stored.playbook());
        return new VisitView(
                aftercare.id().value(),
                state,
                plan == null ? null : plan.on(),
                plan == null ? null : plan.visitor(),
                plan == null ? null : plan.policePresent(),
                plan == null ? null : plan.adviceAsked(),
                heldOn,
                advice.visitor(),
                advice.notBefore(),
                advice.hints().stream().map(HintView::of).toList());
    }
}
