package nl.aftercare.notifications.addresses;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.UUID;
import nl.aftercare.notifications.addresses.CaseServiceClient.Coordinator;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks the owning service, at the moment of sending, how to reach a recipient; the owner logs that it was asked. */
@ApplicationScoped
public class Addresses {
    private final CaseServiceClient cases;
    private final NeighbourhoodServiceClient neighbourhood;

    Addresses(@RestClient CaseServiceClient cases, @RestClient NeighbourhoodServiceClient neighbourhood) {
        this.cases = cases;
        this.neighbourhood = neighbourhood;
    }

    /**
     * Never stored, never logged.
     *
     * @param question what is asked of a partner; null with every other message
     */
    public record Addressee(
            String name, String email, @Nullable Question question) {

        public Addressee(String name, String email) {
            this(name, email, null);
        }

        @Override
        public String toString() {
            return "Addressee[…]";
        }
    }

    public Uni<Addressee> of(Promise promise) {
        var municipality = promise.municipality().code();
        return switch (promise.template().recipient()) {
            case COORDINATOR ->
                cases.coordinator(municipality, municipality).map(found -> new Addressee(found.name(), found.email()));
            case MANAGER -> cases.coordinator(municipality, municipality).map(Addresses::managerOf);
            case PARTNER ->
                neighbourhood.partner(promise.recipientId(), municipality).flatMap(found -> question(promise)
                        .map(question -> new Addressee(found.contactName(), found.email(), question.orElse(null))));
        };
    }

    private static Addressee managerOf(Coordinator coordinator) {
        var manager = coordinator.manager();
        return manager == null
                ? new Addressee(coordinator.name(), coordinator.email())
                : new Addressee(manager.name(), manager.email());
    }

    /** Fails with {@link NoLongerNeededException} when the partner answered meanwhile, or is asked something else. */
    private Uni<Optional<Question>> question(Promise promise) {
        if (promise.template() != Template.MEETING_ASKED) {
            return Uni.createFrom().item(Optional.empty());
        }
        var meetingId = UUID.fromString(promise.details().get("meetingId"));
        return neighbourhood
                .question(
                        meetingId, promise.recipientId(), promise.municipality().code())
                .onFailure(Addresses::isGone)
                .transform(gone -> new NoLongerNeededException())
                .invoke(question -> {
                    if (question.round() != Integer.parseInt(promise.details().get("round"))) {
                        throw new NoLongerNeededException();
                    }
                })
                .map(Optional::of);
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == 404;
    }

    /** What the message asks is not asked any more. */
    public static final class NoLongerNeededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoLongerNeededException() {
            super("no longer needed", null, false, false);
        }
    }
}
