package nl.aftercare.cases.domain;

import nl.aftercare.platform.kernel.Fact;

/** Whether the municipality may write to a victim now, and if not, why (domain.md 1.2, gates G1 to G3; L5). */
public enum RightToContact {
    ALLOWED,
    /** Gate G1: nothing is decided, so nobody contacts the victim. */
    NOT_DECIDED,
    /** Neutral: whether the police object, or it was decided so, is not told. */
    WITHHELD,
    DECLINED,
    WITHDRAWN,
    /** What is told to who is being helped comes too late. */
    CLOSED,
    /** A goodbye comes too early. */
    NOT_CLOSED,
    NOT_A_ROBBERY,
    /** No day of a hearing is known. */
    NO_HEARING,
    /** The same victim is written to about another case. */
    MERGED,
    ERASED;

    /** What a message is about. */
    public enum Purpose {
        /** Where to find help, while the aftercare is given. */
        HELP,
        /** That the aftercare is done. */
        GOODBYE,
        /** That there will be a hearing, also after the aftercare is done (domain.md T7). */
        HEARING
    }

    static RightToContact of(AftercareCase aftercare, Purpose purpose) {
        if (aftercare.isMerged()) {
            return MERGED;
        }
        if (aftercare.isCancelled()) {
            return NOT_A_ROBBERY;
        }
        if (aftercare.robbery().facts().policeObjection() == Fact.YES) {
            return WITHHELD;
        }
        boolean isClosed = aftercare.track() instanceof Track.Closed;
        var said = said(aftercare.beforeClosing());
        if (said != ALLOWED) {
            return said;
        }
        return switch (purpose) {
            case HELP -> isClosed ? CLOSED : ALLOWED;
            case GOODBYE -> isClosed ? ALLOWED : NOT_CLOSED;
            case HEARING -> aftercare.robbery().facts().hearingOn() == null ? NO_HEARING : ALLOWED;
        };
    }

    /** What was decided, and what the victim said. */
    private static RightToContact said(Track track) {
        return switch (track) {
            case Track.Screening screening -> NOT_DECIDED;
            case Track.Withheld withheld -> WITHHELD;
            case Track.AskingWillingness asking -> ALLOWED;
            case Track.Active active -> ALLOWED;
            case Track.Unreachable unreachable -> ALLOWED;
            case Track.LimitedToFirstLine limited ->
                switch (limited.limit()) {
                    case GRANTED_WITHOUT_VISIT -> ALLOWED;
                    case DECLINED_BY_VICTIM -> DECLINED;
                    case WITHDRAWN_BY_VICTIM -> WITHDRAWN;
                };
            case Track.Erased erased -> ERASED;
            case Track.Closed closed -> throw new IllegalStateException("a closed case was closed again");
        };
    }
}
