package nl.aftercare.cases.worklist;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.NextAction.Kind;
import nl.aftercare.cases.domain.NextAction.Urgency;
import nl.aftercare.cases.persistence.WorklistViews;
import nl.aftercare.cases.persistence.WorklistViews.Named;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.rest.MunicipalityCode;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.Transactions;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/worklist-views")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class WorklistViewResource {
    private static final String NAME = "[a-z0-9-]{1,40}";
    private final WorklistViews views;
    private final Transactions transactions;
    private final Caller caller;

    WorklistViewResource(WorklistViews views, Transactions transactions, Caller caller) {
        this.views = views;
        this.transactions = transactions;
        this.caller = caller;
    }

    /**
     * A selection of the worklist.
     *
     * @param title for the reader
     * @param owner me, nobody, or the subject of a colleague; left out for everybody
     */
    @Schema(name = "WorklistViewEntry", examples = """
            {"title": "Wat ik vandaag moet doen", "owner": "me", "urgency": "OVERDUE"}""")
    public record WorklistViewEntry(
            @NotBlank @Size(max = 80) String title,

            @Nullable @Pattern(regexp = "[\\x21-\\x7E]{1,64}", message = "moet me, nobody of een subject zijn")
            String owner,

            @Nullable Urgency urgency,
            @Nullable Kind nextAction) {}

    /** @param worklist where to read it */
    @Schema(name = "WorklistView")
    public record WorklistViewView(
            String municipality,
            String name,
            String title,
            @Nullable String owner,
            @Nullable Urgency urgency,
            @Nullable Kind nextAction,
            String worklist) {

        static WorklistViewView of(Named view) {
            var query = Stream.of(
                            parameter("municipality", view.municipality().code()),
                            parameter("owner", view.owner()),
                            parameter("urgency", view.urgency()),
                            parameter("nextAction", view.nextAction()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("&"));
            return new WorklistViewView(
                    view.municipality().code(),
                    view.name(),
                    view.title(),
                    view.owner(),
                    view.urgency(),
                    view.nextAction(),
                    "/v1/worklist?" + query);
        }

        private static String parameter(String name, @Nullable Object value) {
            return value == null ? "" : name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        }
    }

    @GET
    @UnitOfWork
    @Operation(operationId = "listWorklistViews", summary = "Selecties van de werklijst die uw gemeente een naam gaf")
    public Uni<List<WorklistViewView>> listWorklistViews() {
        return views.list()
                .map(found -> found.stream().map(WorklistViewView::of).toList());
    }

    @PUT
    @Path("/{municipality}/{name}")
    @Operation(operationId = "saveWorklistView", summary = "Bewaar een selectie van de werklijst onder een naam")
    public Uni<WorklistViewView> saveWorklistView(
            @RestPath String municipality, @RestPath String name, WorklistViewEntry entry) {
        var view = new Named(
                MunicipalityCode.of(municipality),
                valid(name),
                entry.title(),
                entry.owner(),
                entry.urgency(),
                entry.nextAction());
        return transactions
                .in(caller.tenancyFor(view.municipality()), () -> views.save(view))
                .replaceWith(() -> WorklistViewView.of(view));
    }

    @DELETE
    @Path("/{municipality}/{name}")
    @Operation(operationId = "removeWorklistView", summary = "Verwijder een selectie van de werklijst")
    @APIResponse(responseCode = "204", description = "Verwijderd, of er was er geen met deze naam")
    public Uni<Void> removeWorklistView(@RestPath String municipality, @RestPath String name) {
        var code = MunicipalityCode.of(municipality);
        var known = valid(name);
        return transactions.in(caller.tenancyFor(code), () -> views.remove(code, known));
    }

    private static String valid(String name) {
        if (!name.matches(NAME)) {
            throw new InvalidInputException(
                    "name", "mag alleen kleine letters, cijfers en streepjes hebben, hooguit 40");
        }
        return name;
    }
}
