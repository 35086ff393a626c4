package nl.aftercare.notifications.reading;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Fact;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.RecipientKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message in the ledger.
 *
 * @param robberyId null when no robbery is concerned
 * @param partnerId which partner; null when it is for somebody else
 * @param caseId which victim; null when it is for somebody else
 * @param reason why it was promised, in plain Dutch (B1)
 * @param channel the one that is used now; null when all failed
 * @param attempts on that channel
 * @param problem code of what went wrong the last time
 * @param facts all that happened to it, in the order in which it became known
 */
@Schema(name = "Message")
public record MessageView(
        UUID id,
        @Nullable UUID robberyId,
        String municipality,
        String template,
        RecipientKind recipient,
        @Nullable UUID partnerId,
        @Nullable UUID caseId,
        String reason,
        MessageState state,
        @Nullable Channel channel,
        int attempts,
        @Nullable String problem,
        Instant promisedAt,
        @Nullable Instant sentAt,
        List<FactView> facts) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("message-texts", Locale.of("nl"));

    /**
     * Something that happened to a message.
     *
     * @param at when it happened, UTC
     * @param channel null when it is of no channel
     * @param code what exactly; null when the kind says it all
     */
    @Schema(name = "MessageFact")
    public record FactView(
            Instant at,
            Fact.Kind kind,
            @Nullable Channel channel,
            @Nullable String code) {

        static FactView of(Fact fact) {
            return new FactView(fact.at(), fact.kind(), fact.channel(), fact.code());
        }
    }

    public static MessageView of(Message message) {
        var promise = message.promise();
        var recipient = promise.template().recipient();
        return new MessageView(
                promise.messageId(),
                promise.robberyId(),
                promise.municipality().code(),
                promise.template().code(),
                recipient,
                recipient == RecipientKind.PARTNER ? promise.recipientId() : null,
                recipient == RecipientKind.VICTIM ? promise.recipientId() : null,
                TEXTS.getString("reason." + promise.template().code()),
                message.state(),
                message.channel().orElse(null),
                message.attempts(),
                message.problem().orElse(null),
                promise.promisedAt(),
                message.sentAt().orElse(null),
                message.facts().stream().map(FactView::of).toList());
    }
}
