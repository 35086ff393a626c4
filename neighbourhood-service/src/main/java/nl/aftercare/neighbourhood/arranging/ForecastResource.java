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
import nl.aftercare.neighbourhood.persistence.Forecasts;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

@Path("/neighbourhood-plans/{id}/forecast")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class ForecastResource {
    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("plan-texts", DUTCH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private final Plans plans;
    private final Forecasts forecasts;

    ForecastResource(Plans plans, Forecasts forecasts) {
        this.plans = plans;
        this.forecasts = forecasts;
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
        return plans.read(id).flatMap(stored -> forecasts
                .of(stored.plan())
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(forecast -> ForecastView.of(
                        forecast, stored.plan().outline().window().limitOn())));
    }
}
