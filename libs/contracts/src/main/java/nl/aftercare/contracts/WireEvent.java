package nl.aftercare.contracts;

import java.util.UUID;

/** Data of an event as it stands on a topic. Within a major version only optional components are added. */
public interface WireEvent {
    /** Key of the record: all that concerns one robbery stays in order. */
    UUID robberyId();
}
