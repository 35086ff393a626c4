package nl.aftercare.neighbourhood.figures;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.BreachReason;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.WindowFigures;
import nl.aftercare.neighbourhood.domain.WindowFigures.Attendance;
import nl.aftercare.neighbourhood.persistence.MeetingWorks;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.rest.Period;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/window-figures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER, Roles.DATA_PROTECTION_OFFICER})
class WindowFiguresResource {
    private final Plans plans;
    private final MeetingWorks works;
    private final WorkingDays workingDays;
    private final Time time;

    WindowFiguresResource(Plans plans, MeetingWorks works, WorkingDays workingDays, Time time) {
        this.plans = plans;
        this.works = works;
        this.workingDays = workingDays;
        this.time = time;
    }

    /** @param figures a line per municipality of the caller in which there was a robbery */
    @Schema(name = "WindowFigures")
    public record WindowFiguresView(LocalDate from, LocalDate until, List<FiguresView> figures) {}

    /**
     * @param robberies for which a meeting was called for
     * @param agreedByTarget within 14 days
     * @param agreedByLimit within 21 days, those by the target among them
     * @param breached not agreed, and the 21 days have passed
     * @param notNeeded how often a meeting was not needed, by reason
     * @param breachReasons how often nothing was agreed in time, by the reason that was given
     * @param held robberies whose meeting was held
     * @param attended how many people came; to a joint meeting they count once
     */
    @Schema(name = "MunicipalityWindowFigures")
    public record FiguresView(
            String municipality,
            int robberies,
            int agreedByTarget,
            int agreedByLimit,
            int agreedLate,
            int breached,
            int open,
            Map<Reason, Integer> notNeeded,
            Map<BreachReason, Integer> breachReasons,
            int held,
            int attended) {

        private static FiguresView of(String municipality, WindowFigures figures) {
            return new FiguresView(
                    municipality,
                    figures.robberies(),
                    figures.agreedByTarget(),
                    figures.agreedByLimit(),
                    figures.agreedLate(),
                    figures.breached(),
                    figures.open(),
                    figures.notNeeded(),
                    figures.breachReasons(),
                    figures.held(),
                    figures.attended());
        }
    }

    @GET
    @UnitOfWork
    @Operation(
            operationId = "readWindowFigures",
            summary = "Hoe vaak binnen 2 tot 3 weken een bijeenkomst is afgesproken, per gemeente")
    public Uni<WindowFiguresView> readWindowFigures(
            @RestQuery
                    @Parameter(description = "Eerste dag waarop een overval was; zonder opgave 1 januari van dit jaar")
                    @Nullable
                    String from,
            @RestQuery @Parameter(description = "Laatste dag; zonder opgave vandaag") @Nullable String until) {
        var period = Period.of(from, until, time.today());
        return plans.ofRobberiesIn(period).flatMap(found -> works.attendance()
                .map(attendance -> new WindowFiguresView(period.from(), period.until(), figures(found, attendance))));
    }

    private List<FiguresView> figures(List<NeighbourhoodPlan> plans, Map<UUID, Attendance> attendance) {
        var today = time.today();
        return plans.stream()
                .collect(Collectors.groupingBy(
                        plan -> plan.outline().municipality().code(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> FiguresView.of(
                        one.getKey(),
                        WindowFigures.of(one.getValue(), plan -> plan.standing(today, workingDays), attendance)))
                .toList();
    }
}
