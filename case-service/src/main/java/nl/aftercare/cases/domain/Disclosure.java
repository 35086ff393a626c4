package nl.aftercare.cases.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.Limit;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Fact;

/**
 * Verstrekking: who got which categories of data about a victim, on which ground (domain.md 1.6, L3). A line in a ledger; the data
 * itself is not in it.
 *
 * @param by subject of who gave it
 * @param at UTC
 */
public record Disclosure(
        UUID id,
        CaseId caseId,
        Recipient recipient,
        Set<Category> categories,
        LegalGround ground,
        String by,
        Instant at) {

    /** Who may get something at all, what at most, and on which grounds (domain.md 1.6). */
    public enum Recipient {
        /** X6, L13: only with the victim's approval. */
        VICTIM_SUPPORT(Set.of(Category.CONTACT_DATA), Set.of(LegalGround.VICTIM_PERMISSION)),
        /** X7, L13: permission is the only condition. */
        RESTORATIVE_MEDIATION(Set.of(Category.CONTACT_DATA), Set.of(LegalGround.VICTIM_PERMISSION)),
        /** X8. */
        PUBLIC_PROSECUTION(
                Set.of(Category.CONTACT_DATA, Category.WISH_TO_SPEAK),
                Set.of(LegalGround.VICTIM_PERMISSION, LegalGround.GDPR_6_1_E)),
        /** X9: the address and what is wanted, not the story. */
        HOUSING_CORPORATION(
                Set.of(Category.ADDRESS, Category.WANTED_MEASURES),
                Set.of(LegalGround.VICTIM_PERMISSION, LegalGround.GDPR_6_1_E)),
        HOME_SECURITY_ADVISER(
                Set.of(Category.CONTACT_DATA, Category.ADDRESS, Category.WANTED_MEASURES),
                Set.of(LegalGround.VICTIM_PERMISSION));

        private final Set<Category> atMost;
        private final Set<LegalGround> grounds;

        Recipient(Set<Category> atMost, Set<LegalGround> grounds) {
            this.atMost = atMost;
            this.grounds = grounds;
        }
    }

    public enum Category {
        CONTACT_DATA,
        ADDRESS,
        WANTED_MEASURES,
        WISH_TO_SPEAK
    }

    /** Grondslag. Consent of the GDPR is none of them (L4); the permission of a victim is to pass something on. */
    public enum LegalGround {
        /** Public task. */
        GDPR_6_1_E,
        VICTIM_PERMISSION
    }

    public Disclosure {
        categories = Set.copyOf(categories);
    }

    /**
     * Gives something, or refuses: where permission or ground is missing, it stays here.
     *
     * @param permitted to whom the victim allows that data is passed on
     */
    public static Decision<Disclosure, CaseEvent> give(
            Disclosure asked, AftercareCase aftercare, Victim victim, Set<Recipient> permitted) {
        if (aftercare.track() instanceof Closed || aftercare.track() instanceof Erased || aftercare.isCancelled()) {
            return Decision.refused("case-closed", "Dit traject is gesloten. Er wordt niets meer doorgegeven.");
        }
        if (aftercare.track() instanceof LimitedToFirstLine limited && limited.limit() == Limit.WITHDRAWN_BY_VICTIM) {
            return Decision.refused(
                    "withdrawn", "Het slachtoffer wil geen nazorg meer. Er wordt niets meer doorgegeven.");
        }
        if (aftercare.track() instanceof Withheld || aftercare.robbery().facts().policeObjection() == Fact.YES) {
            return Decision.refused("withheld", "De gemeente geeft dit slachtoffer nu geen nazorg. Geef niets door.");
        }
        if (!asked.recipient.grounds.contains(asked.ground)) {
            return Decision.refused("no-ground", "Op deze grond mag deze partij niets krijgen.");
        }
        if (asked.ground == LegalGround.VICTIM_PERMISSION && !permitted.contains(asked.recipient)) {
            return Decision.refused(
                    "no-permission",
                    "Het slachtoffer heeft niet gezegd dat dit aan deze partij mag worden doorgegeven.");
        }
        var tooMuch = EnumSet.copyOf(asked.categories);
        tooMuch.removeAll(asked.recipient.atMost);
        if (!tooMuch.isEmpty()) {
            return Decision.refused("too-much", "Deze partij heeft niet al deze gegevens nodig.");
        }
        if (asked.categories.contains(Category.ADDRESS) && victim.addressShielded()) {
            return Decision.refused("address-shielded", "Het adres van dit slachtoffer is afgeschermd.");
        }
        return Decision.unchanged(asked);
    }
}
