package nl.aftercare.cases.contacts;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import nl.aftercare.cases.domain.ContactParty;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;

/** For which first-line party the caller may speak. */
@ApplicationScoped
class FirstLineSpeaker {
    private final Caller caller;

    FirstLineSpeaker(Caller caller) {
        this.caller = caller;
    }

    /**
     * A feed speaks for its own party alone; a coordinator who telephoned speaks for both.
     *
     * @throws ForbiddenException when the caller may not speak for this party
     */
    void mustSpeakFor(ContactParty party) {
        var feed =
                switch (party) {
                    case VICTIM_SUPPORT -> Roles.VICTIM_SUPPORT_FEED;
                    case BRANCH_ORGANISATION -> Roles.BRANCH_ORGANISATION_FEED;
                };
        if (!caller.roles().contains(Roles.COORDINATOR) && !caller.roles().contains(feed)) {
            throw new ForbiddenException();
        }
    }
}
