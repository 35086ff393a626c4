package nl.aftercare.notifications.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.contracts.notifications.NotificationEvent;
import nl.aftercare.contracts.notifications.NotificationEvent.Channel;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageDataErased;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageDoneByHand;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageInHand;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageSent;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageWithheld;
import nl.aftercare.contracts.notifications.NotificationEvent.RecipientKind;
import nl.aftercare.contracts.notifications.NotificationEvent.Result;
import nl.aftercare.notifications.domain.MessageEvent;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.platform.outbox.OutgoingEvent;

/** What leaves this service of a domain event: ids, codes and dates. */
@ApplicationScoped
public class MessageEventWriter {

    public List<OutgoingEvent> write(List<MessageEvent> events) {
        return events.stream().map(MessageEventWriter::write).toList();
    }

    private static OutgoingEvent write(MessageEvent event) {
        return switch (event) {
            case MessageEvent.MessageSent(var promise, var robberyId, var channel, var at) ->
                outgoing(
                        MessageSent.TYPE,
                        robberyId,
                        promise,
                        new MessageSent(
                                robberyId,
                                promise.messageId(),
                                promise.template().code(),
                                recipient(promise),
                                Channel.valueOf(channel.name()),
                                at));
            case MessageEvent.MessageInHand(var promise, var robberyId, var at) ->
                outgoing(
                        MessageInHand.TYPE,
                        robberyId,
                        promise,
                        new MessageInHand(
                                robberyId,
                                promise.messageId(),
                                promise.template().code(),
                                recipient(promise)));
            case MessageEvent.MessageWithheld(var promise, var robberyId, var reason) ->
                outgoing(
                        MessageWithheld.TYPE,
                        robberyId,
                        promise,
                        new MessageWithheld(
                                robberyId,
                                promise.messageId(),
                                promise.template().code(),
                                recipient(promise),
                                reason));
            case MessageEvent.MessageDoneByHand(var promise, var robberyId, var result) ->
                outgoing(
                        MessageDoneByHand.TYPE,
                        robberyId,
                        promise,
                        new MessageDoneByHand(
                                robberyId,
                                promise.messageId(),
                                promise.template().code(),
                                recipient(promise),
                                Result.valueOf(result.name())));
            case MessageEvent.VictimForgotten(var municipality, var robberyId, var caseId, var on, int records) ->
                new OutgoingEvent(
                        NotificationEvent.TOPIC,
                        MessageDataErased.TYPE,
                        robberyId,
                        caseId,
                        municipality,
                        new MessageDataErased(robberyId, caseId, on, records));
        };
    }

    private static OutgoingEvent outgoing(String type, UUID robberyId, Promise promise, NotificationEvent data) {
        return new OutgoingEvent(
                NotificationEvent.TOPIC, type, robberyId, promise.messageId(), promise.municipality(), data);
    }

    private static RecipientKind recipient(Promise promise) {
        return RecipientKind.valueOf(promise.template().recipient().name());
    }
}
