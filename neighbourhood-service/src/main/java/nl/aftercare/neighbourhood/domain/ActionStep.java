package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator recorded of an action.
 *
 * @param on when, Europe/Amsterdam
 * @param reason only when it was not needed; a code, so that nothing of a victim slips in
 */
public record ActionStep(
        Status status, LocalDate on, @Nullable Reason reason) {

    public enum Status {
        DONE,
        NOT_NEEDED
    }

    /** Why not. */
    public enum Reason {
        DONE_IN_PREPARATION,
        NO_PARTNER,
        PARTNER_DECLINED,
        NOT_OFFERED_HERE,
        POLICE_ASKED,
        OTHER,
        MERGED,
        NOT_A_ROBBERY;

        private static final Set<Reason> FOUND_BY_THE_SUITE = EnumSet.of(MERGED, NOT_A_ROBBERY);

        /** Whether it follows from what is known, so that no person gives it. */
        public boolean isFound() {
            return FOUND_BY_THE_SUITE.contains(this);
        }
    }
}
