package nl.aftercare.notifications.receiving;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Fact;
import nl.aftercare.notifications.domain.Fact.Kind;
import nl.aftercare.notifications.persistence.Messages;
import nl.aftercare.notifications.persistence.Owners;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/notify-receipts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(NotifyCallers.ROLE)
class NotifyReceiptResource {
    private final Owners owners;
    private final Messages messages;
    private final Transactions transactions;
    private final SecurityIdentity identity;
    private final Reorganisations reorganisations;
    private final Time time;

    NotifyReceiptResource(
            Owners owners,
            Messages messages,
            Transactions transactions,
            SecurityIdentity identity,
            Reorganisations reorganisations,
            Time time) {
        this.reorganisations = reorganisations;
        this.owners = owners;
        this.messages = messages;
        this.transactions = transactions;
        this.identity = identity;
        this.time = time;
    }

    /**
     * What NotifyNL says of a message; the fields are its own, and those that name somebody are left aside.
     *
     * @param id of NotifyNL
     * @param reference the one that we gave
     * @param completedAt when it was known, UTC
     */
    @JsonIgnoreProperties({"to", "created_at", "sent_at", "notification_type", "template_id", "template_version"})
    public record NotifyReceipt(
            @NotNull @Size(max = 100) String id,
            @Nullable @Size(max = 100) String reference,
            @NotNull @Size(max = 50) String status,
            @JsonProperty("completed_at") @Nullable Instant completedAt) {

        private Optional<Kind> kind() {
            return switch (status) {
                case "delivered", "received" -> Optional.of(Kind.DELIVERED);
                case "permanent-failure", "temporary-failure", "technical-failure" -> Optional.of(Kind.BOUNCED);
                case "returned", "returned-letter" -> Optional.of(Kind.RETURNED);
                default -> Optional.empty();
            };
        }
    }

    /** Not in our API document: the form is NotifyNL's. What comes twice counts once. */
    @POST
    @Operation(hidden = true)
    public Uni<Void> takeNotifyReceipt(NotifyReceipt receipt) {
        var kind = receipt.kind();
        var parts = receipt.reference() == null
                ? new String[0]
                : receipt.reference().split("/");
        if (kind.isEmpty() || parts.length != 2) {
            // of a message of somebody else, or of a step on the way
            return Uni.createFrom().voidItem();
        }
        var channel = Arrays.stream(Channel.values())
                .filter(one -> one.name().equals(parts[1]))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        var at = receipt.completedAt() == null ? time.now() : receipt.completedAt();
        var fact = new Fact(at, kind.get(), channel, receipt.status(), receipt.id());
        return owners.of(uuid(parts[0]), identity.getPrincipal().getName())
                .flatMap(municipality -> transactions.in(
                        new Tenancy(reorganisations.family(municipality)),
                        () -> messages.change(uuid(parts[0]), message -> message.receipt(fact, time.now()))))
                .replaceWithVoid();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
