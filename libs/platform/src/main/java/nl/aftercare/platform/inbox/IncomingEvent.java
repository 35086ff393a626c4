package nl.aftercare.platform.inbox;

import java.time.Instant;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;

/**
 * An event as it was read from a topic.
 *
 * @param id given by its source; the same in every delivery
 * @param time when the source recorded it, UTC
 */
public record IncomingEvent<E>(UUID id, String source, Municipality municipality, Instant time, E data) {}
