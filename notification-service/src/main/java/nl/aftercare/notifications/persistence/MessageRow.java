package nl.aftercare.notifications.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Message.GivenUp;
import nl.aftercare.notifications.domain.Message.Sent;
import nl.aftercare.notifications.domain.Message.Superseded;
import nl.aftercare.notifications.domain.Message.Waiting;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A message as stored: no address, no name. */
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

    Instant promisedAt;

    @Nullable
    String lane;

    @Enumerated(EnumType.STRING)
    MessageState state;

    int attempts;
    String problem;
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
        row.promisedAt = promise.promisedAt();
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
        switch (message) {
            case Waiting waiting -> set(MessageState.WAITING, waiting.attempts(), waiting.problem(), null);
            case Sent sent -> set(MessageState.SENT, sent.attempts(), null, sent.at());
            case Superseded superseded -> set(MessageState.SUPERSEDED, superseded.attempts(), null, null);
            case GivenUp givenUp -> set(MessageState.GIVEN_UP, givenUp.attempts(), givenUp.problem(), null);
        }
    }

    /** Nobody else sent it, or failed to, meanwhile. */
    boolean isStill(Waiting attempted) {
        return state == MessageState.WAITING && attempts == attempted.attempts();
    }

    /** It was superseded while it was on its way. */
    boolean wasOvertaken(Waiting attempted) {
        return state == MessageState.SUPERSEDED && attempts == attempted.attempts();
    }

    Message toDomain() {
        var promise =
                new Promise(id, new Municipality(municipality), robberyId, template, recipientId, details, promisedAt);
        return switch (state) {
            case WAITING -> new Waiting(promise, attempts, problem);
            case SENT -> new Sent(promise, attempts, sentAt);
            case SUPERSEDED -> new Superseded(promise, attempts);
            case GIVEN_UP -> new GivenUp(promise, attempts, problem);
        };
    }

    private void set(MessageState newState, int newAttempts, String newProblem, Instant newSentAt) {
        state = newState;
        attempts = newAttempts;
        problem = newProblem;
        sentAt = newSentAt;
    }
}
