package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Forecast;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.PartnerAnswers;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/neighbourhood-plans/{id}/forecast")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class ForecastResource {
    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("plan-texts", DUTCH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private final Plans plans;
    private final Meetings meetings;
    private final PartnerAnswers answers;
    private final Time time;

    ForecastResource(Plans plans, Meetings meetings, PartnerAnswers answers, Time time) {
        this.plans = plans;
        this.meetings = meetings;
        this.answers = answers;
        this.time = time;
    }

    /**
     * When something will be agreed, if all goes on as it does.
     *
     * @param expectedOn Europe/Amsterdam
     * @param misses whether that is after the limit
     * @param waitingFor partners who did not answer yet
     * @param reason in plain Dutch (B1)
     */
    @Schema(name = "Forecast")
    public record ForecastView(LocalDate expectedOn, boolean misses, List<UUID> waitingFor, String reason) {

        static ForecastView of(Forecast forecast, LocalDate limitOn) {
            var basis = MessageFormat.format(
                    TEXTS.getString("forecast." + forecast.basis()),
                    forecast.waitingFor().size(),
                    DATE.format(forecast.expectedOn()));
            var outcome = MessageFormat.format(
                    TEXTS.getString(forecast.misses() ? "forecast.misses" : "forecast.in-time"), DATE.format(limitOn));
            return new ForecastView(
                    forecast.expectedOn(), forecast.misses(), forecast.waitingFor(), basis + " " + outcome);
        }
    }

    @GET
    @UnitOfWork
    @Operation(
            operationId = "readForecast",
            summary = "Wanneer er naar verwachting een afspraak is, en of dat op tijd is",
            description = "404 als er al een afspraak is, of geen bijeenkomst nodig is.")
    public Uni<ForecastView> readForecast(@RestPath UUID id) {
        return plans.read(id).flatMap(stored -> {
            var plan = stored.plan();
            if (plan instanceof Arranged || plan.whyNoMeeting().isPresent()) {
                throw ProblemException.notFound();
            }
            return meetings.ofPlan(id).flatMap(meeting -> answers.usual(asked(meeting))
                    .map(usual -> view(plan, Forecast.of(plan.outline().window(), meeting, usual, time.today()))));
        });
    }

    private static List<UUID> asked(@Nullable Meeting meeting) {
        return meeting instanceof Proposed proposed ? proposed.partnerIds() : List.of();
    }

    private static ForecastView view(NeighbourhoodPlan plan, Forecast forecast) {
        return ForecastView.of(forecast, plan.outline().window().limitOn());
    }
}
