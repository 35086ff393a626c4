package nl.aftercare.platform.inbox;

/**
 * A bean with a method for each channel that it listens to: {@code @Incoming("cases") Uni<Void> on(ConsumerRecord<String, byte[]>)}.
 * Marked so, its channels can be paused, and what it could not handle can be handed to it again.
 */
public interface EventConsumer {}
