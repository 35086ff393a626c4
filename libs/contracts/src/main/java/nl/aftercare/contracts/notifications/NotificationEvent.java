package nl.aftercare.contracts.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.contracts.Required;
import nl.aftercare.contracts.WireEvent;

/** What notification-service tells. */
public sealed interface NotificationEvent extends WireEvent {
    String TOPIC = "aftercare.notifications.v1";

    /** Type on the wire to record. */
    Map<String, Class<? extends NotificationEvent>> TYPES = Map.of(MessageSent.TYPE, MessageSent.class);

    enum RecipientKind {
        COORDINATOR,
        PARTNER
    }

    enum Channel {
        EMAIL
    }

    /**
     * The channel accepted a message. Subject: the message.
     *
     * @param template name of the text, such as {@code new-case}
     */
    record MessageSent(
            UUID robberyId, UUID messageId, String template, RecipientKind recipient, Channel channel, Instant sentAt)
            implements NotificationEvent {
        public static final String TYPE = "nl.aftercare.notifications.message-sent.v1";

        public MessageSent {
            Required.of(
                    "robberyId",
                    robberyId,
                    "messageId",
                    messageId,
                    "template",
                    template,
                    "recipient",
                    recipient,
                    "channel",
                    channel,
                    "sentAt",
                    sentAt);
        }
    }
}
