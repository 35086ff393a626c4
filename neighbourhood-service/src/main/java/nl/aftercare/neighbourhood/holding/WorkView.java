package nl.aftercare.neighbourhood.holding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.aftercare.neighbourhood.domain.ActionStep;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.MeetingStep;
import nl.aftercare.neighbourhood.domain.MeetingWork;
import nl.aftercare.neighbourhood.domain.MeetingWork.Outcome;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.neighbourhood.domain.Settings;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.platform.kernel.DutchTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The step plan of a meeting, who signed up, and how it went.
 *
 * @param programme what the meeting can be about, in plain Dutch (B1)
 * @param materials what to have at hand
 * @param signedUp how many people
 * @param capacity of the hall; null when it is not known
 * @param withoutSeat how many of those who signed up do not fit in
 * @param outcome null until it was held
 */
@Schema(name = "MeetingWork")
public record WorkView(
        List<StepView> steps,
        List<String> programme,
        List<String> materials,
        int signedUp,
        @Nullable Integer capacity,
        int withoutSeat,
        @Nullable Outcome outcome) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("meeting-texts", Locale.of("nl"));

    /**
     * A step.
     *
     * @param label what to do, in plain Dutch (B1)
     * @param how a tip
     * @param dueOn by when it serves best, Europe/Amsterdam; null until a date is agreed
     * @param status null while it is to be done
     */
    @Schema(name = "MeetingStep")
    public record StepView(
            String step, String label, String how, @Nullable LocalDate dueOn, ActionStep.@Nullable Status status) {}

    static WorkView of(MeetingWork work, Meeting meeting, RobberyKind kind, @Nullable Venue venue, Settings settings) {
        var day = meeting instanceof Agreed agreed
                ? DutchTime.dateOf(agreed.slot().startsAt())
                : null;
        return new WorkView(
                Arrays.stream(MeetingStep.values())
                        .map(step -> step(step, work, meeting, day == null ? null : day.plusDays(settings.dayOf(step))))
                        .toList(),
                settings.programme().getOrDefault(kind, lines("programme." + kind)),
                settings.materials().getOrDefault(kind, lines("materials." + kind)),
                work.signedUp(),
                venue == null ? null : venue.capacity(),
                venue == null ? 0 : Math.max(0, work.signedUp() - venue.capacity()),
                work.outcome());
    }

    private static StepView step(MeetingStep step, MeetingWork work, Meeting meeting, @Nullable LocalDate dueOn) {
        var ticked = work.steps().get(step);
        var found = work.isDone(step, meeting) ? ActionStep.Status.DONE : null;
        return new StepView(
                step.code(),
                TEXTS.getString("step." + step.code()),
                TEXTS.getString("step." + step.code() + ".how"),
                dueOn,
                ticked == null ? found : ticked.status());
    }

    private static List<String> lines(String key) {
        return List.of(TEXTS.getString(key).split("\\|"));
    }
}
