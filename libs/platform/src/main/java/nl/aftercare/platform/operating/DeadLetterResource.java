package nl.aftercare.platform.operating;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.QueryParameter;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
class DeadLetterResource {
    private static final int AT_A_TIME = 50;
    /** Others are for the next call: a client does not wait for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DeadLetters letters;
    private final Caller caller;

    DeadLetterResource(DeadLetters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    /**
     * A record that could not be handled: what it is and why it failed, never what it says.
     *
     * @param topic where it was read, with {@code partition} and {@code offset}
     * @param eventId null when the record has none that can be read; so are the other attributes
     * @param reason why it failed the last time
     * @param tries how often it was handed to its consumer again
     * @param decidedBy subject of the operator
     * @param because why it was discarded
     */
    @Schema(name = "DeadLetter")
    public record DeadLetterView(
            UUID id,
            DeadLetterState state,
            String topic,
            int partition,
            long offset,
            @Nullable String eventId,
            @Nullable String eventType,
            @Nullable String source,
            @Nullable String municipality,
            String reason,
            Instant arrivedAt,
            int tries,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String because) {

        private static DeadLetterView of(DeadLetterRow row) {
            return new DeadLetterView(
                    row.id,
                    row.state,
                    row.topic,
                    row.topicPartition,
                    row.topicOffset,
                    row.eventId,
                    row.eventType,
                    row.eventSource,
                    row.municipality,
                    row.reason,
                    row.arrivedAt,
                    row.tries,
                    row.decidedAt,
                    row.decidedBy,
                    row.because);
        }
    }

    /** @param because for who reads it later; never personal data */
    @Schema(name = "DeadLetterDiscard", examples = """
            {"because": "Opnieuw gestuurd na de correctie bij de bron"}""")
    public record Discard(@NotBlank @Size(max = 500) String because) {}

    /** What came of the letters that were tried. */
    @Schema(name = "DeadLetterReplays")
    public record Replays(List<DeadLetterView> tried) {}

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "Berichten die deze service niet kon verwerken, het nieuwste eerst",
            description = "Wat het voor berichten zijn en waarom het misging. De inhoud staat er niet bij.")
    public Uni<Page<DeadLetterView>> listDeadLetters(@RestQuery @Nullable String state, @BeanParam PageRequest page) {
        return letters.list(QueryParameter.oneOf(DeadLetterState.class, "state", state), page)
                .map(found -> found.map(DeadLetterView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readDeadLetter", summary = "Eén bericht dat deze service niet kon verwerken")
    public Uni<DeadLetterView> readDeadLetter(@RestPath UUID id) {
        return letters.read(id).map(DeadLetterView::of);
    }

    @POST
    @Path("/{id}/replays")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Verwerk een bericht opnieuw",
            description = "Lukt het weer niet, dan blijft het wachten, met de nieuwe reden.")
    @APIResponse(responseCode = "409", description = "Over dit bericht is al besloten")
    public Uni<DeadLetterView> replayDeadLetter(@RestPath UUID id) {
        return letters.replay(id, caller.subject()).map(DeadLetterView::of);
    }

    @POST
    @Path("/replays")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Verwerk de berichten die wachten opnieuw, op volgorde van binnenkomst",
            description =
                    "Ten hoogste 50 per keer, en niet langer dan 20 seconden. Herhaal het tot er geen meer wachten.")
    public Uni<Replays> replayDeadLetters() {
        var by = caller.subject();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        return letters.waiting(AT_A_TIME)
                .flatMap(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> System.nanoTime() > deadline
                                ? Uni.createFrom().<DeadLetterView>nullItem()
                                // decided on by somebody else meanwhile
                                : letters.replay(id, by)
                                        .map(DeadLetterView::of)
                                        .onFailure(RefusedException.class)
                                        .recoverWithNull())
                        .collect()
                        .asList())
                .map(Replays::new);
    }

    @PUT
    @Path("/{id}/discard")
    @Operation(operationId = "discardDeadLetter", summary = "Leg een bericht weg, met de reden")
    @APIResponse(responseCode = "409", description = "Over dit bericht is al besloten")
    public Uni<DeadLetterView> discardDeadLetter(@RestPath UUID id, Discard discard) {
        return letters.discard(id, caller.subject(), discard.because()).map(DeadLetterView::of);
    }
}
