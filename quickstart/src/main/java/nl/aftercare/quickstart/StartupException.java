package nl.aftercare.quickstart;

/** Something the person at the keyboard can mend; its message is the one line they get to see. */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartupException(String message) {
        super(message);
    }
}
