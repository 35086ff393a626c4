package nl.aftercare.notifications.addresses;

import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.platform.logbook.Subject;

/** Who the recipient of a message is for the logbook. */
public final class Recipients {
    private Recipients() {}

    public static Subject of(Promise promise) {
        return switch (promise.template().recipient()) {
            case COORDINATOR -> Subject.coordinator(promise.municipality());
            case MANAGER -> Subject.manager(promise.municipality());
            // a plan of nobody in particular
            case NEIGHBOURS -> new Subject("neighbourhood-plan", promise.recipientId());
            case VICTIM -> Subject.victim(promise.recipientId());
            case PARTNER -> Subject.partner(promise.recipientId());
        };
    }
}
