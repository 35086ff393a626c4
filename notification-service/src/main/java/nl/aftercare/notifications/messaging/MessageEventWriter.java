package nl.aftercare.notifications.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.aftercare.contracts.notifications.NotificationEvent;
import nl.aftercare.contracts.notifications.NotificationEvent.Channel;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageDataErased;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageSent;
import nl.aftercare.contracts.notifications.NotificationEvent.RecipientKind;
import nl.aftercare.notifications.domain.MessageEvent;
import nl.aftercare.platform.outbox.OutgoingEvent;

/** What leaves this service of a domain event: ids, codes and dates. */
@ApplicationScoped
public class MessageEventWriter {

    public List<OutgoingEvent> write(List<MessageEvent> events) {
        return events.stream().map(MessageEventWriter::write).toList();
    }

    private static OutgoingEvent write(MessageEvent event) {
        return switch (event) {
            case MessageEvent.MessageSent(var promise, var robberyId, var at) ->
                new OutgoingEvent(
                        NotificationEvent.TOPIC,
                        MessageSent.TYPE,
                        robberyId,
                        promise.messageId(),
                        promise.municipality(),
                        new MessageSent(
                                robberyId,
                                promise.messageId(),
                                promise.template().code(),
                                RecipientKind.valueOf(
                                        promise.template().recipient().name()),
                                Channel.EMAIL,
                                at));
            case MessageEvent.VictimForgotten(var municipality, var robberyId, var caseId, var on) ->
                new OutgoingEvent(
                        NotificationEvent.TOPIC,
                        MessageDataErased.TYPE,
                        robberyId,
                        caseId,
                        municipality,
                        new MessageDataErased(robberyId, caseId, on, 0));
        };
    }
}
