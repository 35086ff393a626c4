package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Forecast;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.platform.time.Time;
import org.jspecify.annotations.Nullable;

/** When something will be agreed, from what is stored. All within the municipalities of the transaction. */
@ApplicationScoped
public class Forecasts {
    private final Meetings meetings;
    private final PartnerAnswers answers;
    private final Time time;

    Forecasts(Meetings meetings, PartnerAnswers answers, Time time) {
        this.meetings = meetings;
        this.answers = answers;
        this.time = time;
    }

    /** @return null when something is agreed already, or no meeting is needed */
    public Uni<@Nullable Forecast> of(NeighbourhoodPlan plan) {
        if (plan instanceof Arranged || plan.whyNoMeeting().isPresent()) {
            return Uni.createFrom().nullItem();
        }
        return meetings.ofPlan(plan.outline().id()).flatMap(meeting -> answers.usual(asked(meeting))
                .map(usual -> Forecast.of(plan.outline().window(), meeting, usual, time.today())));
    }

    private static List<UUID> asked(@Nullable Meeting meeting) {
        return meeting instanceof Proposed proposed ? proposed.partnerIds() : List.of();
    }
}
