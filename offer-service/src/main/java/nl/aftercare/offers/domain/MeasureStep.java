package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with one measure for one victim, as the coordinator recorded it.
 *
 * @param on Europe/Amsterdam
 * @param provider code in the directory; only when it is referred
 * @param reason only when the provider rejected it or it was not delivered; a code, so that nothing of the victim slips in
 * @param inUse whether the victim still benefits; only of a follow-up
 */
public record MeasureStep(
        Kind kind,
        LocalDate on,
        @Nullable String provider,
        @Nullable Reason reason,
        @Nullable Fact inUse) {

    /** What can happen with a measure. */
    public enum Kind {
        ACCEPTED,
        DECLINED,
        REFERRED,
        REFERRAL_ACCEPTED,
        REFERRAL_REJECTED,
        REFERRAL_REVOKED,
        REFERRAL_DONE,
        DELIVERED,
        SEEN_MOUNTED,
        NOT_DELIVERED,
        SIX_WEEKS_LATER,
        SIX_MONTHS_LATER;

        private static final Set<Kind> DONE = EnumSet.of(REFERRAL_DONE, DELIVERED, SEEN_MOUNTED);

        /** The victim has got what was agreed. */
        public boolean isDone() {
            return DONE.contains(this);
        }

        public boolean isFollowUp() {
            return this == SIX_WEEKS_LATER || this == SIX_MONTHS_LATER;
        }

        public boolean needsReason() {
            return this == REFERRAL_REJECTED || this == NOT_DELIVERED;
        }

        /** Whether it tells of the world, so that it can be recorded also when nothing may be offered any longer. */
        boolean isReport() {
            return this != ACCEPTED && this != REFERRED;
        }

        /** What may come directly after it; nothing at first, that is null. */
        static Set<Kind> after(@Nullable Kind status) {
            return status == null ? EnumSet.of(ACCEPTED, DECLINED) : status.next();
        }

        private Set<Kind> next() {
            return switch (this) {
                case ACCEPTED -> EnumSet.of(REFERRED, DELIVERED, NOT_DELIVERED, DECLINED);
                case DECLINED -> EnumSet.of(ACCEPTED);
                case REFERRED ->
                    EnumSet.of(REFERRAL_ACCEPTED, REFERRAL_REJECTED, REFERRAL_REVOKED, REFERRAL_DONE, NOT_DELIVERED);
                case REFERRAL_ACCEPTED ->
                    EnumSet.of(REFERRAL_REJECTED, REFERRAL_REVOKED, REFERRAL_DONE, DELIVERED, NOT_DELIVERED);
                case REFERRAL_REJECTED, REFERRAL_REVOKED, NOT_DELIVERED ->
                    EnumSet.of(REFERRED, DELIVERED, NOT_DELIVERED, DECLINED);
                case REFERRAL_DONE -> EnumSet.of(DELIVERED, SEEN_MOUNTED, NOT_DELIVERED);
                case DELIVERED -> EnumSet.of(SEEN_MOUNTED, NOT_DELIVERED);
                case SEEN_MOUNTED -> EnumSet.of(NOT_DELIVERED);
                case SIX_WEEKS_LATER, SIX_MONTHS_LATER -> EnumSet.noneOf(Kind.class);
            };
        }
    }

    /** Why not. */
    public enum Reason {
        NO_CAPACITY,
        NOT_THE_RIGHT_PROVIDER,
        VICTIM_NOT_REACHED,
        VICTIM_CHANGED_MIND,
        NOT_POSSIBLE_IN_BUILDING,
        NOT_AVAILABLE,
        COSTS,
        OTHER
    }
}
