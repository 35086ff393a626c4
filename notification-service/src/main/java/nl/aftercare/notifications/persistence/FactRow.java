package nl.aftercare.notifications.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Fact;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.platform.kernel.Ids;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A fact as stored, at its place among those of its message; the service may add rows and not change them. */
@Entity
@Immutable
@Table(name = "message_fact")
class FactRow {
    @Id
    UUID id;

    UUID messageId;
    int place;
    String municipality;
    Instant at;

    @Enumerated(EnumType.STRING)
    Fact.Kind kind;

    @Enumerated(EnumType.STRING)
    @Nullable
    Channel channel;

    @Nullable
    String code;

    @Nullable
    String reference;

    static FactRow of(Message message, int place) {
        var fact = message.facts().get(place);
        var row = new FactRow();
        row.id = Ids.next(fact.at());
        row.messageId = message.promise().messageId();
        row.place = place;
        row.municipality = message.promise().municipality().code();
        row.at = fact.at();
        row.kind = fact.kind();
        row.channel = fact.channel();
        row.code = fact.code();
        row.reference = fact.reference();
        return row;
    }

    Fact toDomain() {
        return new Fact(at, kind, channel, code, reference);
    }
}
