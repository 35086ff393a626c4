package nl.aftercare.notifications.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which text a message has. */
public enum Template {
    /** To the coordinator: a robbery was reported (domain.md T2). */
    NEW_CASE(RecipientKind.COORDINATOR),
    /** To the coordinator: a scheme ends soon (domain.md P5). */
    SCHEME_ENDS(RecipientKind.COORDINATOR),
    /** To the coordinator: the window is nearly over and nothing is agreed (domain.md T4). */
    WINDOW_NEARS(RecipientKind.COORDINATOR),
    /** To the coordinator: the window is over and nothing is agreed. */
    WINDOW_BREACHED(RecipientKind.COORDINATOR),
    /** To the partner: this is what we agreed about the meeting. */
    MEETING_ARRANGED(RecipientKind.PARTNER),
    /** To a former partner: the meeting was agreed with another one. */
    MEETING_WITHDRAWN(RecipientKind.PARTNER);

    /** What changes when a meeting is arranged. */
    public static final Set<Template> ABOUT_THE_MEETING =
            EnumSet.of(WINDOW_NEARS, WINDOW_BREACHED, MEETING_ARRANGED, MEETING_WITHDRAWN);

    private final RecipientKind recipient;

    Template(RecipientKind recipient) {
        this.recipient = recipient;
    }

    public RecipientKind recipient() {
        return recipient;
    }

    /** Name on the wire and of the text, such as {@code new-case}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
