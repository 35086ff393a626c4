package nl.aftercare.notifications.addresses;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.notifications.domain.Promise;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the owning service, at the moment of sending, how to reach a recipient; the owner logs that it was asked. */
@ApplicationScoped
public class Addresses {
    private final CaseServiceClient cases;
    private final NeighbourhoodServiceClient neighbourhood;

    Addresses(@RestClient CaseServiceClient cases, @RestClient NeighbourhoodServiceClient neighbourhood) {
        this.cases = cases;
        this.neighbourhood = neighbourhood;
    }

    /** Never stored, never logged. */
    public record Addressee(String name, String email) {
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
            case PARTNER ->
                neighbourhood
                        .partner(promise.recipientId(), municipality)
                        .map(found -> new Addressee(found.contactName(), found.email()));
        };
    }
}
