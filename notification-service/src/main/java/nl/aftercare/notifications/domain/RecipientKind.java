package nl.aftercare.notifications.domain;

/** For whom a message is; the address itself is asked at the moment of sending and never kept. */
public enum RecipientKind {
    COORDINATOR,
    /** To whom the coordinator reports; the coordinator where nobody was named. */
    MANAGER,
    PARTNER,
    /** All addresses of the audience of a plan. */
    NEIGHBOURS,
    /** Only while case-service says that the victim may be contacted. */
    VICTIM;

    /** Whether it is somebody of the municipality itself. */
    public boolean isStaff() {
        return this == COORDINATOR || this == MANAGER;
    }
}
