package nl.aftercare.notifications.domain;

import java.util.List;

/**
 * A message on its way to a channel.
 *
 * @param message as it was before it was handed over
 * @param text of the municipality
 * @param gathered what goes in it, when it is a summary
 */
public record Outgoing(Message message, OwnText text, HouseStyle style, List<Promise> gathered) {
    public Outgoing {
        gathered = List.copyOf(gathered);
    }

    public Promise promise() {
        return message.promise();
    }
}
