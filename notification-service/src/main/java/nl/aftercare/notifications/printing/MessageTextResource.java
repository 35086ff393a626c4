package nl.aftercare.notifications.printing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.printing.Contents.Content;
import nl.aftercare.notifications.texts.Letters;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/messages/{id}/text")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class MessageTextResource {
    private final Contents contents;
    private final Letters letters;

    MessageTextResource(Contents contents, Letters letters) {
        this.contents = contents;
        this.letters = letters;
    }

    /**
     * What a message says now.
     *
     * @param name of the recipient; null when it is not known, or when it goes to many
     * @param script how to call; null when nobody has to call
     * @param phone whom to call; null when nobody has to call, or when the number is not known here
     */
    @Schema(name = "MessageText")
    public record MessageTextView(
            String subject,
            String body,
            @Nullable String name,
            @Nullable String script,
            @Nullable String phone) {}

    @GET
    @Operation(
            operationId = "readMessageText",
            summary = "Wat een bericht nu zegt: om te lezen voordat u het goedkeurt, of om te vertellen als u belt",
            description =
                    "Of het bericht nog mag uitgaan, wordt nu gevraagd. Alleen van berichten die nog niet uit zijn.")
    @APIResponse(responseCode = "409", description = "Dit bericht is al uit, of mag niet meer uitgaan")
    public Uni<MessageTextView> readMessageText(@RestPath UUID id) {
        return contents.read(id, "read-message-text", MessageTextResource::check)
                .map(this::view);
    }

    /** What was sent is not made again: it may have said something else. */
    private static void check(Message message) {
        if (MessageState.ENDED.contains(message.state())) {
            throw new RefusedException(new Refusal("message-over", "Dit bericht is al uit, of gaat niet meer uit."));
        }
    }

    private MessageTextView view(Content content) {
        var message = content.outgoing().message();
        var addressee = content.addressee();
        boolean isCall = message.state() == MessageState.IN_HAND
                && message.channel().filter(Channel.PHONE::equals).isPresent();
        return new MessageTextView(
                content.letter().subject(),
                content.letter().text().strip(),
                addressee.name(),
                isCall ? letters.script(content.outgoing(), addressee) : null,
                isCall ? addressee.phone() : null);
    }
}
