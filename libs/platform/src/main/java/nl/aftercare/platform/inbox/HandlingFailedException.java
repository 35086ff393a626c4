package nl.aftercare.platform.inbox;

/** A readable event that could not be handled. Names the failure by its class alone: messages may quote content. */
final class HandlingFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HandlingFailedException(String eventId, Throwable failure) {
        super(
                "event " + eventId + " could not be handled: "
                        + failure.getClass().getName(),
                null,
                false,
                false);
    }
}
