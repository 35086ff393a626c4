package nl.aftercare.cases.contacts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.Address;
import nl.aftercare.cases.domain.RightToContact;
import nl.aftercare.cases.domain.RightToContact.Purpose;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.rest.QueryParameter;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/cases/{id}/right-to-contact")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.SERVICE})
class RightToContactResource {
    private final Cases cases;
    private final CaseLog log;

    RightToContactResource(Cases cases, CaseLog log) {
        this.cases = cases;
        this.log = log;
    }

    /**
     * Whether the municipality may write to a victim now, and how the victim is reached if so.
     *
     * @param proof names the state of the case from which the answer follows
     * @param hearingOn day of the hearing, Europe/Amsterdam; only when the question is about it
     * @param victim null when the victim may not be contacted
     */
    @Schema(name = "RightToContact")
    public record RightView(
            RightToContact right,
            String proof,
            UUID robberyId,
            String municipality,
            @Nullable LocalDate hearingOn,
            @Nullable VictimAddress victim) {}

    /**
     * How a victim is reached.
     *
     * @param name null when the victim reports under number
     * @param address null when it is not known, or shielded
     */
    @Schema(name = "VictimAddress")
    public record VictimAddress(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable PostalAddress address) {

        static VictimAddress of(Victim victim) {
            var home = victim.address();
            return new VictimAddress(
                    victim.name(),
                    victim.email(),
                    victim.phone(),
                    home == null || victim.addressShielded() ? null : PostalAddress.of(home));
        }
    }

    /**
     * As on an envelope.
     *
     * @param street with the house number
     * @param town with the postcode
     */
    @Schema(name = "PostalAddress")
    public record PostalAddress(String street, String town) {

        static PostalAddress of(Address home) {
            var addition = home.houseNumberAddition() == null ? "" : " " + home.houseNumberAddition();
            return new PostalAddress(
                    home.street() + " " + home.houseNumber() + addition,
                    home.postcode().substring(0, 4) + " " + home.postcode().substring(4) + "  " + home.town());
        }
    }

    @GET
    @UnitOfWork
    @PoliceData
    @Operation(
            operationId = "askRightToContact",
            summary = "Of de gemeente dit slachtoffer nu een bericht mag sturen, en hoe",
            description = "Gevraagd op het moment van versturen; wordt vastgelegd in het logboek.")
    public Uni<RightView> askRightToContact(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "Waarover het bericht gaat", required = true) @Nullable
                    String purpose) {
        var about = QueryParameter.oneOf(Purpose.class, "purpose", purpose);
        if (about == null) {
            throw new InvalidInputException("purpose", "is nodig");
        }
        return cases.read(id)
                .call(stored -> log.record("ask-right-to-contact", stored))
                .map(stored -> view(stored, about));
    }

    private static RightView view(Stored stored, Purpose purpose) {
        var right = stored.aftercareCase().rightToContact(purpose);
        var victim = stored.victim();
        var robbery = stored.aftercareCase().robbery();
        return new RightView(
                right,
                stored.aftercareCase().id().value() + " v" + stored.version(),
                robbery.id().value(),
                robbery.municipality().code(),
                purpose == Purpose.HEARING && right == RightToContact.ALLOWED
                        ? robbery.facts().hearingOn()
                        : null,
                right == RightToContact.ALLOWED ? VictimAddress.of(victim) : null);
    }
}
