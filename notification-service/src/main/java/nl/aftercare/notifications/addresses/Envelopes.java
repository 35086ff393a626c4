package nl.aftercare.notifications.addresses;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.aftercare.notifications.addresses.CaseServiceClient.RightToContact;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the owning service for what a person reads, prints or says, at that moment. */
@ApplicationScoped
public class Envelopes {
    private final CaseServiceAsCaller cases;
    private final Addresses addresses;
    private final Victims victims;
    private final SecurityIdentity identity;

    Envelopes(@RestClient CaseServiceAsCaller cases, Addresses addresses, Victims victims, SecurityIdentity identity) {
        this.cases = cases;
        this.addresses = addresses;
        this.victims = victims;
        this.identity = identity;
    }

    /**
     * Whether a victim may be written to about something.
     *
     * @param municipality code of the case
     */
    public record Right(boolean isAllowed, UUID robberyId, String municipality) {}

    /** Of a case that the caller may see; fails as the caller's own question would. */
    public Uni<Right> right(UUID caseId, Template template) {
        return ask(caseId, template)
                .map(answer -> new Right(Victims.isAllowed(answer), answer.robberyId(), answer.municipality()));
    }

    /**
     * To whom it goes. A victim is asked for with the token of who reads: who may not see the case gets no letter either. The link by which
     * a partner answers is for the partner alone. Fails as {@link Addresses#of} does.
     */
    public Uni<Addressee> of(Promise promise) {
        return switch (promise.template().recipient()) {
            case VICTIM ->
                ask(promise.recipientId(), promise.template()).flatMap(answer -> victims.addressee(promise, answer));
            case COORDINATOR, MANAGER, PARTNER, NEIGHBOURS ->
                addresses.of(promise).map(Addressee::withoutLink);
        };
    }

    private Uni<RightToContact> ask(UUID caseId, Template template) {
        var token = identity.getCredential(AccessTokenCredential.class).getToken();
        return cases.rightToContact("Bearer " + token, caseId, Victims.purpose(template));
    }
}
