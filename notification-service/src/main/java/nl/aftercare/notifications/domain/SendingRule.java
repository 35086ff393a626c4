package nl.aftercare.notifications.domain;

import java.util.List;

/**
 * How a message of one template is sent.
 *
 * @param channels in which order they are tried; at least one
 * @param urgent goes at once, at night and on holidays too, and before all that is not
 * @param needsApproval a person approves each message before it goes
 * @param digest waits for the summary of the next morning and goes in it, not by itself; only what is for the coordinator
 */
public record SendingRule(List<Channel> channels, boolean urgent, boolean needsApproval, boolean digest) {
    public SendingRule {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a message goes over at least one channel");
        }
        if (urgent && digest) {
            throw new IllegalArgumentException("what is urgent does not wait for a summary");
        }
    }
}
