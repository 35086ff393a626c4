package nl.aftercare.notifications.addresses;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import java.util.function.Function;
import nl.aftercare.notifications.addresses.CaseServiceClient.Coordinator;
import nl.aftercare.notifications.addresses.Matter.Partnership;
import nl.aftercare.notifications.addresses.NeighbourhoodServiceClient.Partner;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the owning service, at the moment of sending, how to reach a recipient; the owner logs that it was asked. */
@ApplicationScoped
public class Addresses {
    private final CaseServiceClient cases;
    private final NeighbourhoodServiceClient neighbourhood;
    private final Victims victims;

    Addresses(
            @RestClient CaseServiceClient cases,
            @RestClient NeighbourhoodServiceClient neighbourhood,
            Victims victims) {
        this.victims = victims;
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
                neighbourhood.partner(promise.recipientId(), municipality).flatMap(found -> matter(promise, found)
                        .map(matter -> Addressee.partner(found.contactName(), found.email(), matter)));
            case NEIGHBOURS ->
                neighbourhood
                        .approvedText(promise.recipientId(), text(promise.template()), municipality)
                        .map(Addressee::neighbours)
                        .onFailure(Addresses::isGone)
                        .transform(gone -> new NoLongerNeededException());
            case VICTIM ->
                cases.rightToContact(promise.recipientId(), Victims.purpose(promise.template()), municipality)
                        .flatMap(answer -> victims.addressee(promise, answer));
        };
    }

    private static String text(Template template) {
        return template == Template.NEIGHBOUR_NOTICE ? "notice" : "invitation";
    }

    private static Addressee managerOf(Coordinator coordinator) {
        var manager = coordinator.manager();
        return manager == null
                ? Addressee.official(coordinator.name(), coordinator.email())
                : Addressee.official(manager.name(), manager.email());
    }

    private Uni<Matter> matter(Promise promise, Partner partner) {
        return promise.template().isQuestion()
                ? question(promise).map(Function.identity())
                : Uni.createFrom().item(new Partnership(partner.kind()));
    }

    private Uni<Question> question(Promise promise) {
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
                });
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
