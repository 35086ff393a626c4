package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.MessageState;
import nl.aftercare.notifications.domain.PostalAddress;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.platform.transaction.Transactions;

/**
 * Letters to single addresses of a neighbourhood, which belong to the one message that the neighbourhood was promised. An address is kept
 * until its letter needs it no more. All within the municipalities of the transaction.
 */
@ApplicationScoped
public class Postings {
    private static final String POSTING_OF = "postingOf";
    private final Transactions transactions;

    Postings(Transactions transactions) {
        this.transactions = transactions;
    }

    /** By which a letter knows the message that it belongs to. */
    public static Map<String, String> details(UUID messageId) {
        return Map.of(POSTING_OF, messageId.toString());
    }

    /** Whether it is a letter to one address. */
    public static boolean isOne(Promise promise) {
        return promise.details().containsKey(POSTING_OF);
    }

    public Uni<Void> keepAddress(Promise letter, PostalAddress address) {
        return transactions
                .session()
                .createNativeQuery("insert into posting_address (message_id, municipality, street, town)"
                        + " values (:id, :municipality, :street, :town)")
                .setParameter("id", letter.messageId())
                .setParameter("municipality", letter.municipality().code())
                .setParameter("street", address.street())
                .setParameter("town", address.town())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** How many letters belong to a message. */
    public Uni<Long> count(UUID messageId) {
        return transactions
                .session()
                .createNativeQuery("select count(*) from message where details ->> 'postingOf' = :id", Long.class)
                .setParameter("id", messageId.toString())
                .getSingleResult();
    }

    Uni<Optional<PostalAddress>> addressOf(Promise promise) {
        return isOne(promise)
                ? transactions
                        .session()
                        .createNativeQuery(
                                "select street, town from posting_address where message_id = :id", Object[].class)
                        .setParameter("id", promise.messageId())
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new PostalAddress((String) row[0], (String) row[1]))
                                .findFirst())
                : Uni.createFrom().item(Optional.empty());
    }

    /** The address, once the letter is on its way or goes nowhere. */
    Uni<Void> forget(Message letter) {
        return isOne(letter.promise()) && MessageState.ENDED.contains(letter.state())
                ? transactions
                        .session()
                        .createNativeQuery("delete from posting_address where message_id = :id")
                        .setParameter("id", letter.promise().messageId())
                        .executeUpdate()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
