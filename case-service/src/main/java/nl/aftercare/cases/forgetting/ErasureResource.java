package nl.aftercare.cases.forgetting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Timeline;
import nl.aftercare.cases.persistence.Timeline.Step;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {
    private static final Set<String> SERVICES = Set.of("cases", "offers", "neighbourhood", "notifications");
    private final Cases cases;
    private final Timeline timeline;
    private final Logbook logbook;

    ErasureResource(Cases cases, Timeline timeline, Logbook logbook) {
        this.cases = cases;
        this.timeline = timeline;
        this.logbook = logbook;
    }

    /** @param because why the data may not be erased, without personal data; left out when it may */
    @Schema(name = "LegalHold", examples = """
            {"because": "Er loopt een bezwaar tegen de beslissing"}""")
    public record LegalHold(
            @Nullable @Size(max = 500) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "mag niet leeg zijn")
            String because) {}

    /**
     * The proof that what was held of a victim was erased.
     *
     * @param complete whether every service of the suite has told so
     */
    @Schema(name = "ErasureProof")
    public record ErasureProof(UUID caseId, boolean erased, boolean complete, List<Answer> answers) {

        /**
         * @param service such as {@code offers}
         * @param at when it was recorded, UTC
         * @param records how many things were erased there; null for case-service, which erases the case itself
         */
        @Schema(name = "ErasureAnswer")
        public record Answer(
                String service, Instant at, @Nullable Integer records) {

            static Answer of(Step step) {
                return new Answer(step.type().split("\\.")[2], step.at(), (Integer)
                        step.data().get("records"));
            }
        }
    }

    @PUT
    @UnitOfWork
    @Path("/legal-hold")
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(
            operationId = "setLegalHold",
            summary = "Leg vast dat gegevens niet mogen worden vernietigd, of weer wel")
    @APIResponse(responseCode = "409", description = "De gegevens zijn al vernietigd")
    public Uni<LegalHold> setLegalHold(@RestPath UUID id, LegalHold hold) {
        return cases.setLegalHold(id, hold.because())
                .call(municipality -> logbook.record(municipality, "set-legal-hold", id, List.of(Subject.victim(id))))
                .replaceWith(hold);
    }

    @GET
    @UnitOfWork
    @Path("/erasure")
    @RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Operation(operationId = "readErasure", summary = "Het bewijs dat elke dienst de gegevens heeft vernietigd")
    public Uni<ErasureProof> readErasure(@RestPath UUID id) {
        return cases.read(id).flatMap(stored -> timeline.erasuresOf(
                        stored.aftercareCase().robbery().id().value(), id)
                .map(steps -> steps.stream().map(ErasureProof.Answer::of).toList())
                .map(answers -> new ErasureProof(
                        id,
                        stored.aftercareCase().track() instanceof Erased,
                        answers.stream()
                                .map(ErasureProof.Answer::service)
                                .collect(Collectors.toSet())
                                .containsAll(SERVICES),
                        answers))
                .call(() -> logbook.record(stored.municipality(), "read-erasure", id, List.of())));
    }
}
