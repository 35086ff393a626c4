package nl.aftercare.cases.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.aftercare.cases.persistence.Timeline.Step;
import nl.aftercare.contracts.WireEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that happened after a robbery, in all services, the first step first. */
@Schema(name = "Timeline")
public record TimelineView(UUID robberyId, List<StepView> steps) {

    /**
     * @param at when it was recorded, UTC
     * @param service that it happened in
     * @param event such as {@code offer-composed}
     * @param caseId of the victim whom it concerns; null when it concerns the robbery or the neighbourhood
     * @param text what happened, in plain Dutch (B1)
     * @param reason why, with the rule or the sentence of the source
     */
    @Schema(name = "TimelineStep")
    public record StepView(
            Instant at,
            Service service,
            String event,
            @Nullable UUID caseId,
            String text,
            String reason) {

        static StepView of(Step step, WireEvent event) {
            // nl.aftercare.<service>.<event>.v1
            var type = step.type().split("\\.");
            var caseId = step.data().get("caseId");
            var explained = Explanations.of(event);
            return new StepView(
                    step.at(),
                    Service.valueOf(type[2].toUpperCase(Locale.ROOT)),
                    type[3],
                    caseId == null ? null : UUID.fromString(caseId.toString()),
                    explained.text(),
                    explained.reason());
        }
    }

    /** The services, by the second part of their topics. */
    @Schema(name = "TimelineService")
    public enum Service {
        CASES,
        OFFERS,
        NEIGHBOURHOOD,
        NOTIFICATIONS
    }
}
