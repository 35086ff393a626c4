package nl.aftercare.cases.figures;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import nl.aftercare.cases.persistence.KeyFigures;
import nl.aftercare.cases.persistence.KeyFigures.Figures;
import nl.aftercare.cases.persistence.KeyFigures.Lesson;
import nl.aftercare.platform.rest.Csv;
import nl.aftercare.platform.rest.Period;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER, Roles.DATA_PROTECTION_OFFICER})
class KeyFiguresResource {
    private static final String FROM = "Eerste dag waarop een overval was; zonder opgave 1 januari van dit jaar";
    private static final String UNTIL = "Laatste dag; zonder opgave vandaag";
    private final KeyFigures figures;
    private final Time time;

    KeyFiguresResource(KeyFigures figures, Time time) {
        this.figures = figures;
        this.time = time;
    }

    /** @param figures a line per municipality of the caller in which there was a robbery */
    @Schema(name = "KeyFigures")
    public record KeyFiguresView(LocalDate from, LocalDate until, List<Figures> figures) {}

    /** @param lessons the newest first, at most 1,000 */
    @Schema(name = "Lessons")
    public record LessonsView(LocalDate from, LocalDate until, List<Lesson> lessons) {}

    @GET
    @UnitOfWork
    @Path("key-figures")
    @Operation(operationId = "readKeyFigures", summary = "Kerncijfers van de nazorg, per gemeente")
    public Uni<KeyFiguresView> readKeyFigures(
            @RestQuery @Parameter(description = FROM) @Nullable String from,
            @RestQuery @Parameter(description = UNTIL) @Nullable String until) {
        var period = Period.of(from, until, time.today());
        return figures.of(period.from(), period.until())
                .map(found -> new KeyFiguresView(period.from(), period.until(), found));
    }

    @GET
    @UnitOfWork
    @Path("key-figures/table")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(operationId = "exportKeyFigures", summary = "Kerncijfers van de nazorg als CSV, voor een rekenblad")
    public Uni<String> exportKeyFigures(
            @RestQuery @Parameter(description = FROM) @Nullable String from,
            @RestQuery @Parameter(description = UNTIL) @Nullable String until) {
        var period = Period.of(from, until, time.today());
        return figures.of(period.from(), period.until()).map(found -> Csv.write(Figures.class, found));
    }

    @GET
    @UnitOfWork
    @Path("lessons")
    @Operation(operationId = "readLessons", summary = "Wat bij de evaluatie beter kon")
    public Uni<LessonsView> readLessons(
            @RestQuery @Parameter(description = FROM) @Nullable String from,
            @RestQuery @Parameter(description = UNTIL) @Nullable String until) {
        var period = Period.of(from, until, time.today());
        return figures.lessons(period.from(), period.until())
                .map(found -> new LessonsView(period.from(), period.until(), found));
    }

    @GET
    @UnitOfWork
    @Path("lessons/table")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(operationId = "exportLessons", summary = "Wat bij de evaluatie beter kon als CSV, voor een rekenblad")
    public Uni<String> exportLessons(
            @RestQuery @Parameter(description = FROM) @Nullable String from,
            @RestQuery @Parameter(description = UNTIL) @Nullable String until) {
        var period = Period.of(from, until, time.today());
        return figures.lessons(period.from(), period.until()).map(found -> Csv.write(Lesson.class, found));
    }
}
