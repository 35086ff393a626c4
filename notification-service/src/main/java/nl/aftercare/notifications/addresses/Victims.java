package nl.aftercare.notifications.addresses;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.aftercare.notifications.addresses.Addresses.MayNotContactException;
import nl.aftercare.notifications.addresses.Addresses.NoLongerNeededException;
import nl.aftercare.notifications.addresses.CaseServiceClient.RightToContact;
import nl.aftercare.notifications.addresses.Matter.Hearing;
import nl.aftercare.notifications.addresses.Matter.Offer;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** How a victim is reached and with what, from the answer of case-service whether that may be. */
@ApplicationScoped
class Victims {
    private static final String ALLOWED = "ALLOWED";
    private static final Set<String> GIVEN = Set.of("OFFER", "INFORM", "COORDINATE");
    private static final String DECLINED = "DECLINED";
    private final OfferServiceClient offers;

    Victims(@RestClient OfferServiceClient offers) {
        this.offers = offers;
    }

    /** For which a victim is written to, in the words of case-service. */
    static String purpose(Template template) {
        return switch (template) {
            case VICTIM_GOODBYE -> "GOODBYE";
            case VICTIM_HEARING -> "HEARING";
            default -> "HELP";
        };
    }

    static boolean isAllowed(RightToContact answer) {
        return answer.right().equals(ALLOWED) && answer.victim() != null;
    }

    /** Fails as {@link Addresses#of} does. */
    Uni<Addressee> addressee(Promise promise, RightToContact answer) {
        var victim = answer.victim();
        return isAllowed(answer) && victim != null
                ? matter(promise, answer).map(matter -> Addressee.victim(victim, matter.orElse(null), answer.proof()))
                : Uni.createFrom()
                        .failure(new MayNotContactException(
                                answer.right().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private Uni<Optional<Matter>> matter(Promise promise, RightToContact answer) {
        return switch (promise.template()) {
            case VICTIM_HEARING ->
                Uni.createFrom()
                        .item(Optional.of(new Hearing(
                                Objects.requireNonNull(answer.hearingOn(), "allowed, so there is a hearing"))));
            case VICTIM_OFFER ->
                offers.offers(promise.recipientId(), promise.municipality().code())
                        .map(found -> Optional.of(offer(found)));
            default -> Uni.createFrom().item(Optional.empty());
        };
    }

    /** What was declined is not offered again. */
    private static Matter offer(OfferServiceClient.Offers found) {
        var measures = found.items().stream()
                .flatMap(offer -> offer.lines().stream())
                .filter(line -> GIVEN.contains(line.outcome()) && !DECLINED.equals(line.status()))
                .map(OfferServiceClient.Line::label)
                .toList();
        if (measures.isEmpty()) {
            throw new NoLongerNeededException();
        }
        return new Offer(measures);
    }
}
