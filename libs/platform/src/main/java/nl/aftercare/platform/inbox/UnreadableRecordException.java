package nl.aftercare.platform.inbox;

/** A record that no retry can mend. Its message says what is wrong and quotes nothing of the record. */
final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message) {
        super(message, null, false, false);
    }
}
