package nl.aftercare.cases.contacts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.rest.IdempotentRequests;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.rest.WithIdempotencyKey;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/victim-contacts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VICTIM_SUPPORT_FEED, Roles.BRANCH_ORGANISATION_FEED, Roles.COORDINATOR})
class VictimContactResource {
    private final RecordContact recordContact;
    private final IdempotentRequests requests;
    private final FirstLineSpeaker speaker;

    VictimContactResource(RecordContact recordContact, IdempotentRequests requests, FirstLineSpeaker speaker) {
        this.speaker = speaker;
        this.recordContact = recordContact;
        this.requests = requests;
    }

    @POST
    @Operation(
            operationId = "recordVictimContact",
            summary = "Geef door of Slachtofferhulp of de brancheorganisatie contact had met een slachtoffer")
    @APIResponseSchema(value = VictimContact.class, responseDescription = "Vastgelegd", responseCode = "200")
    @APIResponse(responseCode = "409", description = "Dit past niet bij de overval, of de sleutel is al gebruikt")
    public Uni<VictimContact> recordVictimContact(
            @HeaderParam("Idempotency-Key") @Nullable String key, @WithIdempotencyKey VictimContact contact) {
        speaker.mustSpeakFor(contact.party());
        return requests.once(
                        key,
                        new Municipality(contact.municipality()),
                        contact,
                        VictimContact.class,
                        () -> recordContact.record(contact))
                .map(Outcome::body);
    }
}
