package nl.aftercare.notifications.printing;

import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.RecipientKind;
import nl.aftercare.notifications.persistence.Postings;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;

/** Which message goes to all addresses of a neighbourhood. */
final class Postal {
    private Postal() {}

    /** Not to one of them: that letter has its address. */
    static boolean isToAll(Message message) {
        var promise = message.promise();
        return promise.template().recipient() == RecipientKind.NEIGHBOURS && !Postings.isOne(promise);
    }

    static void check(Message message) {
        if (!isToAll(message)) {
            throw new RefusedException(
                    new Refusal("not-to-neighbours", "Dit bericht is niet voor alle adressen in de buurt."));
        }
    }
}
