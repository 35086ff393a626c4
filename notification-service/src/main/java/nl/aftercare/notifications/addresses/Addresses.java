package nl.aftercare.notifications.addresses;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.aftercare.notifications.addresses.CaseServiceClient.Coordinator;
import nl.aftercare.notifications.addresses.CaseServiceClient.RightToContact;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the owning service, at the moment of sending, how to reach a recipient; the owner logs that it was asked. */
@ApplicationScoped
public class Addresses {
    private static final String ALLOWED = "ALLOWED";
    private final CaseServiceClient cases;
    private final NeighbourhoodServiceClient neighbourhood;

    Addresses(@RestClient CaseServiceClient cases, @RestClient NeighbourhoodServiceClient neighbourhood) {
        this.cases = cases;
        this.neighbourhood = neighbourhood;
    }

    /**
     * Fails with {@link NoLongerNeededException} when what the message asks is not asked any more, with {@link MayNotContactException}
     * when the victim may not be written to.
     */
    public Uni<Addressee> of(Promise promise) {
        var municipality = promise.municipality().code();
        return switch (promise.template().recipient()) {
            case COORDINATOR ->
                cases.coordinator(municipality, municipality)
                        .map(found -> Addressee.official(found.name(), found.email()));
            case MANAGER -> cases.coordinator(municipality, municipality).map(Addresses::managerOf);
            case PARTNER ->
                neighbourhood.partner(promise.recipientId(), municipality).flatMap(found -> question(promise)
                        .map(question -> Addressee.partner(found.contactName(), found.email(), question.orElse(null))));
            case NEIGHBOURS ->
                Uni.createFrom().failure(new IllegalStateException("a person posts what goes to neighbours"));
            case VICTIM ->
                cases.rightToContact(promise.recipientId(), purpose(promise.template()), municipality)
                        .map(Addresses::victim);
        };
    }

    static String purpose(Template template) {
        return template == Template.VICTIM_GOODBYE ? "GOODBYE" : "HELP";
    }

    static Addressee victim(RightToContact answer) {
        if (!answer.right().equals(ALLOWED) || answer.victim() == null) {
            throw new MayNotContactException(
                    answer.right().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return Addressee.victim(answer.victim(), answer.proof());
    }

    private static Addressee managerOf(Coordinator coordinator) {
        var manager = coordinator.manager();
        return manager == null
                ? Addressee.official(coordinator.name(), coordinator.email())
                : Addressee.official(manager.name(), manager.email());
    }

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

    /** What the message asks is not asked any more: the partner answered, or is asked something else. */
    public static final class NoLongerNeededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoLongerNeededException() {
            super("no longer needed", null, false, false);
        }
    }

    /** The owner of the case says that the victim may not be written to. */
    public static final class MayNotContactException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        MayNotContactException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        /** Code, such as {@code withdrawn}. */
        public String reason() {
            return reason;
        }
    }
}
