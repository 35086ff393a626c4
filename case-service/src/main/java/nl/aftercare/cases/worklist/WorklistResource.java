package nl.aftercare.cases.worklist;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.aftercare.cases.domain.NextAction.Kind;
import nl.aftercare.cases.domain.NextAction.Urgency;
import nl.aftercare.cases.persistence.Worklist.Whose;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.rest.DatedPageRequest;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.QueryParameter;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/worklist")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class WorklistResource {
    private static final String ME = "me";
    private static final String NOBODY = "nobody";
    private final ReadWorklist readWorklist;
    private final Caller caller;

    WorklistResource(ReadWorklist readWorklist, Caller caller) {
        this.readWorklist = readWorklist;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "readWorklist",
            summary = "Wat er te doen is, het dringendste eerst; zonder persoonsgegevens")
    public Uni<Page<WorkItemView>> readWorklist(
            @RestQuery
                    @Parameter(
                            description =
                                    "me: alleen van uzelf; nobody: van niemand; anders het subject van een collega")
                    @Nullable
                    String owner,
            @RestQuery @Parameter(description = "Alleen OVERDUE, SOON of LATER") @Nullable String urgency,
            @RestQuery @Parameter(description = "Alleen wat dit is, zoals DECIDE") @Nullable String nextAction,
            @BeanParam DatedPageRequest page) {
        return readWorklist.read(
                whose(owner),
                QueryParameter.oneOf(Kind.class, "nextAction", nextAction),
                QueryParameter.oneOf(Urgency.class, "urgency", urgency),
                page);
    }

    private Whose whose(@Nullable String owner) {
        return switch (owner) {
            case null -> new Whose.Everybodys();
            case ME -> new Whose.Of(caller.subject());
            case NOBODY -> new Whose.Nobodys();
            default -> {
                if (!owner.matches("[\\x21-\\x7E]{1,64}")) {
                    throw new InvalidInputException("owner", "moet me, nobody of een subject zijn");
                }
                yield new Whose.Of(owner);
            }
        };
    }
}
