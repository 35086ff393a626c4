package nl.aftercare.offers.domain;

import java.time.LocalDate;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What the rules know of a victim and the robbery. The same facts and rule version always give the same offer.
 *
 * @param occurredOn Europe/Amsterdam
 * @param victimSupport contact of Slachtofferhulp Nederland with the victim
 * @param need what the victim answered during the visit
 * @param branchOrganisation contact of the branch organisation; only asked in a commercial robbery
 */
public record Facts(
        RobberyKind kind,
        LocalDate occurredOn,
        Fact suspectKnown,
        Fact solved,
        Contact victimSupport,
        Contact branchOrganisation,
        SupportNeed need) {

    /** @param on date of the contact, when known */
    public record Contact(Fact contacted, @Nullable LocalDate on) {
        public static final Contact UNKNOWN = new Contact(Fact.UNKNOWN, null);
    }

    /** What is known of a robbery when nothing is known yet of a contact. */
    public static Facts ofRobbery(RobberyKind kind, LocalDate occurredOn, Fact suspectKnown, Fact solved) {
        return new Facts(kind, occurredOn, suspectKnown, solved, Contact.UNKNOWN, Contact.UNKNOWN, SupportNeed.UNKNOWN);
    }

    /** What is known of the robbery changed; of the contacts that says nothing. */
    public Facts withRobberyOf(Facts now) {
        return new Facts(
                now.kind, now.occurredOn, now.suspectKnown, now.solved, victimSupport, branchOrganisation, need);
    }

    public Facts withVictimSupport(Contact contact) {
        return new Facts(kind, occurredOn, suspectKnown, solved, contact, branchOrganisation, need);
    }

    public Facts withBranchOrganisation(Contact contact) {
        return new Facts(kind, occurredOn, suspectKnown, solved, victimSupport, contact, need);
    }

    public Facts withNeed(SupportNeed assessed) {
        return new Facts(kind, occurredOn, suspectKnown, solved, victimSupport, branchOrganisation, assessed);
    }
}
