package nl.aftercare.contracts.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.contracts.Required;
import nl.aftercare.contracts.WireEvent;

/** What notification-service tells. */
public sealed interface NotificationEvent extends WireEvent {
    String TOPIC = "aftercare.notifications.v1";

    /** Type on the wire to record. */
    Map<String, Class<? extends NotificationEvent>> TYPES =
            Map.of(MessageSent.TYPE, MessageSent.class, MessageDataErased.TYPE, MessageDataErased.class);

    enum RecipientKind {
        COORDINATOR,
        MANAGER,
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

    /**
     * What notification-service held of a victim was erased. Subject: the case.
     *
     * @param erasedOn europe/Amsterdam
     * @param records how many things were erased; 0 when this service held nothing of the victim
     */
    record MessageDataErased(UUID robberyId, UUID caseId, LocalDate erasedOn, int records)
            implements NotificationEvent {
        public static final String TYPE = "nl.aftercare.notifications.message-data-erased.v1";

        public MessageDataErased {
            Required.of("robberyId", robberyId, "caseId", caseId, "erasedOn", erasedOn);
        }
    }
}
