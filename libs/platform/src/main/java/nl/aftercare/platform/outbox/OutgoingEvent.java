package nl.aftercare.platform.outbox;

import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;

/**
 * An event as it will stand on the topic. Nothing in it names or locates a person.
 *
 * @param type reverse-DNS with its major version, such as {@code nl.aftercare.cases.robbery-reported.v1}
 * @param key robbery id: all that concerns one robbery stays in order
 * @param subject id of the aggregate that changed
 * @param data record of the wire contract, written as JSON
 */
public record OutgoingEvent(
        String topic, String type, UUID key, UUID subject, Municipality municipality, Object data) {}
