package nl.aftercare.cases.contacts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.aftercare.cases.contacts.AdviceMessage.Receipt;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.rest.IdempotentRequests;
import nl.aftercare.platform.rest.IdempotentRequests.Outcome;
import nl.aftercare.platform.rest.WithIdempotencyKey;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/visit-advices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VICTIM_SUPPORT_FEED, Roles.BRANCH_ORGANISATION_FEED, Roles.COORDINATOR})
class AdviceResource {
    private final TakeAdvice takeAdvice;
    private final IdempotentRequests requests;
    private final FirstLineSpeaker speaker;
    private final Time time;

    AdviceResource(TakeAdvice takeAdvice, IdempotentRequests requests, FirstLineSpeaker speaker, Time time) {
        this.takeAdvice = takeAdvice;
        this.requests = requests;
        this.speaker = speaker;
        this.time = time;
    }

    @POST
    @Operation(
            operationId = "adviseOnVisit",
            summary = "Geef advies over het gesprek met een slachtoffer, voordat de gemeente op bezoek gaat",
            description =
                    "Zet er niets in over gezondheid en niets over de overval. Van elke partij telt het laatste advies.")
    @APIResponseSchema(value = Receipt.class, responseDescription = "Vastgelegd", responseCode = "200")
    @APIResponse(responseCode = "409", description = "Dit past niet bij de overval, of de sleutel is al gebruikt")
    public Uni<Receipt> adviseOnVisit(
            @HeaderParam("Idempotency-Key") @Nullable String key, @WithIdempotencyKey AdviceMessage advice) {
        speaker.mustSpeakFor(advice.party());
        if (advice.statedAt().isAfter(time.now())) {
            throw new InvalidInputException("statedAt", "ligt in de toekomst");
        }
        return requests.once(
                        key,
                        new Municipality(advice.municipality()),
                        advice,
                        Receipt.class,
                        () -> takeAdvice.take(advice))
                .map(Outcome::body);
    }
}
