package nl.aftercare.notifications.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Fact;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.SendingRule;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A message as stored: no address, no name. What follows from its facts is kept beside them, to be looked for. */
@Entity
@Table(name = "message")
class MessageRow {
    @Id
    UUID id;

    @Version
    int version;

    String municipality;

    @Nullable
    UUID robberyId;

    @Enumerated(EnumType.STRING)
    Template template;

    UUID recipientId;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> details;

    @JdbcTypeCode(SqlTypes.JSON)
    SendingRule rule;

    Instant promisedAt;

    @Nullable
    Instant notBefore;

    @Nullable
    String lane;

    @Enumerated(EnumType.STRING)
    MessageState state;

    int attempts;

    @Nullable
    String problem;

    @Nullable
    Instant sentAt;

    static MessageRow of(Message message) {
        var promise = message.promise();
        var row = new MessageRow();
        row.id = promise.messageId();
        row.municipality = promise.municipality().code();
        row.robberyId = promise.robberyId();
        row.template = promise.template();
        row.recipientId = promise.recipientId();
        row.details = promise.details();
        row.rule = promise.rule();
        row.promisedAt = promise.promisedAt();
        row.notBefore = promise.notBefore();
        row.lane = lane(promise);
        row.take(message);
        return row;
    }

    static @Nullable String lane(Promise promise) {
        return CalendarEntry.of(promise)
                .map(entry -> entry.lane(promise.recipientId()))
                .orElse(null);
    }

    void take(Message message) {
        state = message.state();
        attempts = message.attempts();
        problem = message.problem().orElse(null);
        sentAt = message.sentAt().orElse(null);
    }

    Message toDomain(List<Fact> facts) {
        return new Message(
                new Promise(
                        id,
                        new Municipality(municipality),
                        robberyId,
                        template,
                        recipientId,
                        details,
                        rule,
                        promisedAt,
                        notBefore),
                facts);
    }
}
