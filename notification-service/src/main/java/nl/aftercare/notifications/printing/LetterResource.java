package nl.aftercare.notifications.printing;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.printing.Contents.Content;
import nl.aftercare.notifications.texts.Letters;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/messages/{id}/letter")
@Produces("application/pdf")
@RolesAllowed(Roles.COORDINATOR)
class LetterResource {
    private static final List<String> TO_ALL = List.of("Aan de bewoners van dit adres");
    private final Contents contents;
    private final Letters letters;
    private final Printer printer;
    private final Time time;

    LetterResource(Contents contents, Letters letters, Printer printer, Time time) {
        this.contents = contents;
        this.letters = letters;
        this.printer = printer;
        this.time = time;
    }

    @GET
    @Operation(
            operationId = "printLetter",
            summary = "De brief om te printen en te posten, als toegankelijke PDF",
            description = "Of de brief nog mag uitgaan, wordt nu gevraagd. Leg daarna vast dat die is gepost.")
    @APIResponse(responseCode = "409", description = "Dit bericht is geen brief om te posten, of mag niet meer uitgaan")
    public Uni<byte[]> printLetter(@RestPath UUID id) {
        var current = Objects.requireNonNull(Vertx.currentContext(), "a request runs on a Vert.x context");
        Executor context = task -> current.runOnContext(ignored -> task.run());
        return contents.read(id, "print-letter", LetterResource::check)
                .call(content -> hasNoAddress(content)
                        ? contents.change(id, message -> message.refused(time.now(), Channel.PRINT, "no-address"))
                        : Uni.createFrom().voidItem())
                .map(this::page)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(printer::print)
                .emitOn(context);
    }

    private static void check(Message message) {
        if (message.state() != MessageState.IN_HAND
                || message.channel().filter(Channel.PRINT::equals).isEmpty()) {
            throw new RefusedException(new Refusal("no-letter-to-post", "Dit bericht is geen brief om te posten."));
        }
    }

    /** Then the next channel is tried: a person calls. */
    private static boolean hasNoAddress(Content content) {
        return content.addressee() != null && content.addressee().address() == null;
    }

    private String page(Content content) {
        return letters.page(content.letter(), content.outgoing().style(), lines(content.addressee()), time.today());
    }

    private static List<String> lines(@Nullable Addressee addressee) {
        if (addressee == null) {
            return TO_ALL;
        }
        var address = addressee.address();
        if (address == null) {
            throw new RefusedException(new Refusal(
                    "no-address",
                    "Er is geen adres waar de brief heen kan. Wat u kunt zeggen als u belt, staat bij het bericht."));
        }
        return Stream.of(addressee.name(), address.street(), address.town())
                .filter(Objects::nonNull)
                .toList();
    }
}
