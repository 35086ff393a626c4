package nl.aftercare.notifications.reading;

import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Message.GivenUp;
import nl.aftercare.notifications.domain.Message.Sent;
import nl.aftercare.notifications.domain.Message.Superseded;
import nl.aftercare.notifications.domain.Message.Waiting;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.RecipientKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message in the ledger.
 *
 * @param robberyId null when no robbery is concerned
 * @param partnerId which partner; null when it is for the coordinator
 * @param reason why it was promised, in plain Dutch (B1)
 * @param problem code of what went wrong the last time
 */
@Schema(name = "Message")
public record MessageView(
        UUID id,
        @Nullable UUID robberyId,
        String municipality,
        String template,
        RecipientKind recipient,
        @Nullable UUID partnerId,
        String reason,
        MessageState state,
        int attempts,
        @Nullable String problem,
        Instant promisedAt,
        @Nullable Instant sentAt) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("message-texts", Locale.of("nl"));

    static MessageView of(Message message) {
        return switch (message) {
            case Waiting waiting -> view(message, MessageState.WAITING, waiting.attempts(), waiting.problem(), null);
            case Sent sent -> view(message, MessageState.SENT, sent.attempts(), null, sent.at());
            case Superseded superseded -> view(message, MessageState.SUPERSEDED, superseded.attempts(), null, null);
            case GivenUp givenUp -> view(message, MessageState.GIVEN_UP, givenUp.attempts(), givenUp.problem(), null);
        };
    }

    private static MessageView view(
            Message message, MessageState state, int attempts, @Nullable String problem, @Nullable Instant sentAt) {
        var promise = message.promise();
        return new MessageView(
                promise.messageId(),
                promise.robberyId(),
                promise.municipality().code(),
                promise.template().code(),
                promise.template().recipient(),
                promise.template().recipient() == RecipientKind.PARTNER ? promise.recipientId() : null,
                TEXTS.getString("reason." + promise.template().code()),
                state,
                attempts,
                problem,
                promise.promisedAt(),
                sentAt);
    }
}
