package nl.aftercare.notifications.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to a channel.
 *
 * @param message as it was before it was handed over
 * @param text of the municipality
 * @param gathered what goes in it, when it is a summary
 * @param address where it goes, of a letter to one address of a neighbourhood; null for all else, of which the owner of the address is asked
 */
public record Outgoing(
        Message message,
        OwnText text,
        HouseStyle style,
        List<Promise> gathered,
        @Nullable PostalAddress address) {
    public Outgoing {
        gathered = List.copyOf(gathered);
    }

    public Promise promise() {
        return message.promise();
    }
}
