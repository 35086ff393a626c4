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
    Map<String, Class<? extends NotificationEvent>> TYPES = Map.of(
            MessageSent.TYPE,
            MessageSent.class,
            MessageInHand.TYPE,
            MessageInHand.class,
            MessageWithheld.TYPE,
            MessageWithheld.class,
            MessageDoneByHand.TYPE,
            MessageDoneByHand.class,
            MessageDataErased.TYPE,
            MessageDataErased.class);

    enum RecipientKind {
        COORDINATOR,
        MANAGER,
        PARTNER,
        NEIGHBOURS,
        VICTIM
    }

    enum Channel {
        EMAIL,
        TEXT,
        LETTER
    }

    /** What a person did. */
    enum Result {
        POSTED,
        REACHED,
        NOT_REACHED,
        NOT_NEEDED
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

    /** A message did not arrive, or goes by hand: a person has to do something. Subject: the message. */
    record MessageInHand(UUID robberyId, UUID messageId, String template, RecipientKind recipient)
            implements NotificationEvent {
        public static final String TYPE = "nl.aftercare.notifications.message-in-hand.v1";

        public MessageInHand {
            Required.of("robberyId", robberyId, "messageId", messageId, "template", template, "recipient", recipient);
        }
    }

    /**
     * A message may not be sent, and is not. Subject: the message.
     *
     * @param reason code of why, such as {@code withdrawn}
     */
    record MessageWithheld(UUID robberyId, UUID messageId, String template, RecipientKind recipient, String reason)
            implements NotificationEvent {
        public static final String TYPE = "nl.aftercare.notifications.message-withheld.v1";

        public MessageWithheld {
            Required.of(
                    "robberyId",
                    robberyId,
                    "messageId",
                    messageId,
                    "template",
                    template,
                    "recipient",
                    recipient,
                    "reason",
                    reason);
        }
    }

    /** A person did by hand what a message was to do, or decided that it is not needed. Subject: the message. */
    record MessageDoneByHand(UUID robberyId, UUID messageId, String template, RecipientKind recipient, Result result)
            implements NotificationEvent {
        public static final String TYPE = "nl.aftercare.notifications.message-done-by-hand.v1";

        public MessageDoneByHand {
            Required.of(
                    "robberyId",
                    robberyId,
                    "messageId",
                    messageId,
                    "template",
                    template,
                    "recipient",
                    recipient,
                    "result",
                    result);
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
