package nl.aftercare.neighbourhood.informing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourText;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

@Path("/neighbourhood-plans/{id}/texts/{text}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class TextResource {
    private final ReviewText reviewText;

    TextResource(ReviewText reviewText) {
        this.reviewText = reviewText;
    }

    /** @param fingerprint of the text that is approved */
    @Schema(name = "TextApproval", examples = """
            {"fingerprint": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
    public record TextApproval(@NotNull @Size(max = 64) String fingerprint) {}

    @GET
    @Operation(
            operationId = "readNeighbourText",
            summary = "Een brief aan de buurt, zoals die nu zou uitgaan",
            description =
                    "De brief is notice (over de overval) of invitation (voor de bijeenkomst). Er staat nooit iets in over"
                            + " het slachtoffer. Voor een uitnodiging is er eerst een afspraak over de bijeenkomst nodig.")
    public Uni<TextView> readNeighbourText(@RestPath UUID id, @RestPath String text) {
        return reviewText.read(id, named(text));
    }

    @PUT
    @Path("/police-reading")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(
            operationId = "recordPoliceReading",
            summary = "Leg vast dat de politie de brief heeft gelezen, en of die mag uitgaan")
    @APIResponse(responseCode = "409", description = "De tekst is intussen veranderd")
    public Uni<TextView> recordPoliceReading(@RestPath UUID id, @RestPath String text, PoliceReading reading) {
        return reviewText.police(id, named(text), reading);
    }

    @PUT
    @Path("/approval")
    @Operation(
            operationId = "approveNeighbourText",
            summary = "Keur de brief aan de buurt goed, als tweede persoon",
            description = "Niet door wie de brief aan de politie heeft voorgelegd.")
    @APIResponse(
            responseCode = "409",
            description = "De tekst is intussen veranderd, de politie heeft die niet gelezen, of u legde die zelf voor")
    public Uni<TextView> approveNeighbourText(@RestPath UUID id, @RestPath String text, TextApproval approval) {
        return reviewText.approve(id, named(text), approval.fingerprint());
    }

    /**
     * A text that may go, to the letter.
     *
     * @param addresses how many it goes to
     */
    @Schema(name = "ApprovedNeighbourText")
    public record ApprovedText(String subject, String body, int addresses) {}

    @GET
    @Path("/approved")
    @RolesAllowed({Roles.COORDINATOR, Roles.SERVICE})
    @Operation(
            operationId = "readApprovedNeighbourText",
            summary = "De brief zoals die mag uitgaan",
            description = "404 zolang de brief zoals die nu is niet is goedgekeurd.")
    public Uni<ApprovedText> readApprovedNeighbourText(@RestPath UUID id, @RestPath String text) {
        return reviewText.approved(id, named(text));
    }

    private static NeighbourText named(String text) {
        return Arrays.stream(NeighbourText.values())
                .filter(one -> one.code().equals(text))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
