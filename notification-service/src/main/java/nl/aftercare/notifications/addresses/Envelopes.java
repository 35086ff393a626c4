package nl.aftercare.notifications.addresses;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the owning service, at the moment of printing, for what a person posts. */
@ApplicationScoped
public class Envelopes {
    private final CaseServiceAsCaller cases;
    private final NeighbourhoodServiceClient neighbourhood;
    private final SecurityIdentity identity;

    Envelopes(
            @RestClient CaseServiceAsCaller cases,
            @RestClient NeighbourhoodServiceClient neighbourhood,
            SecurityIdentity identity) {
        this.identity = identity;
        this.cases = cases;
        this.neighbourhood = neighbourhood;
    }

    /**
     * A victim, asked with the token of who prints: who may not see the case gets no letter either. Fails with
     * {@link Addresses.MayNotContactException} when the victim may not be written to.
     */
    public Uni<Addressee> victim(Promise promise) {
        var token = identity.getCredential(AccessTokenCredential.class).getToken();
        return cases.rightToContact("Bearer " + token, promise.recipientId(), Addresses.purpose(promise.template()))
                .map(Addresses::victim);
    }

    /** The text for neighbours as it was approved. */
    public Uni<ApprovedText> toNeighbours(Promise promise) {
        var text = promise.template() == Template.NEIGHBOUR_NOTICE ? "notice" : "invitation";
        return neighbourhood.approvedText(
                promise.recipientId(), text, promise.municipality().code());
    }
}
