package nl.aftercare.platform.operating;

/** What became of a dead letter. */
enum DeadLetterState {
    /** Somebody has to decide. */
    WAITING,
    /** It was handled after all. */
    REPLAYED,
    /** Somebody said why it is of no use. */
    DISCARDED
}
