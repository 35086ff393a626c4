package nl.aftercare.platform.operating;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import nl.aftercare.platform.inbox.Consumers;
import nl.aftercare.platform.operating.PausedConsumers.Pause;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/consumers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
class ConsumerResource {
    private final Consumers consumers;
    private final PausedConsumers paused;
    private final Caller caller;

    ConsumerResource(Consumers consumers, PausedConsumers paused, Caller caller) {
        this.consumers = consumers;
        this.paused = paused;
        this.caller = caller;
    }

    /**
     * What listens to a topic.
     *
     * @param pausedBy subject of the operator; null while it runs, and so are the others
     */
    @Schema(name = "Consumer")
    public record ConsumerView(
            String name,
            String topic,
            boolean paused,
            @Nullable Instant pausedAt,
            @Nullable String pausedBy,
            @Nullable String because) {

        private static ConsumerView of(Consumers.Consumer consumer, @Nullable Pause pause) {
            return pause == null
                    ? new ConsumerView(consumer.channel(), consumer.topic(), false, null, null, null)
                    : new ConsumerView(
                            consumer.channel(), consumer.topic(), true, pause.at(), pause.by(), pause.because());
        }
    }

    /** All of them. */
    @Schema(name = "ConsumerList")
    public record ConsumerList(List<ConsumerView> items) {}

    /** @param because for who reads it later; never personal data */
    @Schema(name = "ConsumerPause", examples = """
            {"because": "Herstel van de database; wijziging 2026-014"}""")
    public record PauseRequest(@NotBlank @Size(max = 500) String because) {}

    @GET
    @Operation(operationId = "listConsumers", summary = "Naar welke onderwerpen deze service luistert")
    public Uni<ConsumerList> listConsumers() {
        return paused.all()
                .map(pauses -> new ConsumerList(consumers.all().stream()
                        .map(consumer -> ConsumerView.of(consumer, pauses.get(consumer.channel())))
                        .toList()));
    }

    @PUT
    @Path("/{name}/pause")
    @Operation(
            operationId = "pauseConsumer",
            summary = "Laat de service wachten met berichten van een onderwerp",
            description = "Geldt na enkele seconden, ook na een herstart. Er gaat niets verloren.")
    public Uni<Void> pauseConsumer(@RestPath String name, PauseRequest pause) {
        return paused.pause(name, caller.subject(), pause.because());
    }

    @DELETE
    @Path("/{name}/pause")
    @Operation(operationId = "resumeConsumer", summary = "Laat de service weer berichten van een onderwerp verwerken")
    public Uni<Void> resumeConsumer(@RestPath String name) {
        return paused.resume(name);
    }
}
