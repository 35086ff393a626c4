package nl.aftercare.notifications.printing;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import nl.aftercare.platform.transaction.OwnContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

@Path("/messages/{id}")
@Produces("application/pdf")
@RolesAllowed(Roles.COORDINATOR)
class LetterResource {
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
    @Path("/letter")
    @Operation(
            operationId = "printLetter",
            summary = "De brief om te printen en te posten, als toegankelijke PDF",
            description = "Of de brief nog mag uitgaan, wordt nu gevraagd. Leg daarna vast dat die is gepost.")
    @APIResponse(responseCode = "409", description = "Dit bericht is geen brief om te posten, of mag niet meer uitgaan")
    public Uni<byte[]> printLetter(@RestPath UUID id) {
        return print(contents.read(id, "print-letter", LetterResource::check)
                .call(content -> hasNoAddress(content)
                        ? contents.change(id, message -> message.refused(time.now(), Channel.PRINT, "no-address"))
                        : Uni.createFrom().voidItem())
                .map(content -> page(content, List.of(lines(content)))));
    }

    @POST
    @Path("/letters")
    @Operation(
            operationId = "printLetters",
            summary = "De brief aan de buurt voor elk adres, met een postlijst, als toegankelijke PDF",
            description = "De adressen worden niet bewaard. Leg daarna vast dat de brieven zijn gepost.")
    @APIResponse(responseCode = "409", description = "Dit bericht is geen brief aan de buurt, of mag niet meer uitgaan")
    public Uni<byte[]> printLetters(@RestPath UUID id, AddressList list) {
        return print(contents.read(id, "print-letters", LetterResource::checkToNeighbours)
                .map(content -> page(
                        content,
                        list.distinct()
                                .map(address -> lines(content.addressee().at(address)))
                                .toList())));
    }

    private Uni<byte[]> print(Uni<String> pages) {
        var context = OwnContext.here();
        return pages.emitOn(Infrastructure.getDefaultWorkerPool())
                .map(printer::print)
                .emitOn(context);
    }

    private static void check(Message message) {
        if (message.state() != MessageState.IN_HAND
                || message.channel().filter(Channel.PRINT::equals).isEmpty()) {
            throw new RefusedException(new Refusal("no-letter-to-post", "Dit bericht is geen brief om te posten."));
        }
    }

    private static void checkToNeighbours(Message message) {
        check(message);
        Postal.check(message);
    }

    /** Then the next channel is tried: a person calls. To all neighbours no address is no matter. */
    private static boolean hasNoAddress(Content content) {
        return content.addressee().address() == null
                && !Postal.isToAll(content.outgoing().message());
    }

    private String page(Content content, List<List<String>> addresses) {
        return letters.pages(content.letter(), content.outgoing().style(), addresses, time.today());
    }

    private static List<String> lines(Content content) {
        if (hasNoAddress(content)) {
            throw new RefusedException(new Refusal(
                    "no-address",
                    "Er is geen adres waar de brief heen kan. Wat u kunt zeggen als u belt, staat bij het bericht."));
        }
        return lines(content.addressee());
    }

    private static List<String> lines(Addressee addressee) {
        var address = addressee.address();
        return address == null
                ? Stream.of(addressee.name()).filter(Objects::nonNull).toList()
                : Stream.of(addressee.name(), address.street(), address.town())
                        .filter(Objects::nonNull)
                        .toList();
    }
}
