package nl.aftercare.cases.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import nl.aftercare.cases.domain.CaseEvent.VictimContacted;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Fact;

/**
 * Nazorgtraject: the aftercare of one victim of one robbery.
 *
 * @param contacts what is known of the contact of each first-line party with the victim
 */
public record AftercareCase(CaseId id, Robbery robbery, Map<ContactParty, SupportContact> contacts) {

    public AftercareCase {
        contacts = Map.copyOf(contacts);
    }

    static AftercareCase open(CaseId id, Robbery robbery) {
        return new AftercareCase(id, robbery, Map.of());
    }

    public SupportContact contactWith(ContactParty party) {
        return contacts.getOrDefault(party, SupportContact.UNKNOWN);
    }

    /**
     * Records whether a party has contacted the victim, before the municipality does (seed: "gaat u na of er al contact is
     * geweest"). The branch organisation counts in a commercial robbery only.
     *
     * @param today Europe/Amsterdam
     */
    public Decision<AftercareCase, CaseEvent> recordContact(
            ContactParty party, SupportContact contact, LocalDate today) {
        if (party == ContactParty.BRANCH_ORGANISATION && robbery.kind() != RobberyKind.COMMERCIAL) {
            return Decision.refused(
                    "no-branch-in-home-robbery", "Een brancheorganisatie hoort alleen bij een bedrijfsoverval.");
        }
        if (contact.contacted() == Fact.UNKNOWN) {
            return Decision.refused("contact-unknown", "Geef door of er contact is geweest: ja of nee.");
        }
        if (contact.contactedOn() != null && contact.contacted() == Fact.NO) {
            return Decision.refused("no-contact-no-date", "Zonder contact is er geen datum van contact.");
        }
        if (contact.contactedOn() != null && contact.contactedOn().isBefore(robbery.occurredOn())) {
            return Decision.refused("contact-before-robbery", "De datum van het contact ligt vóór de overval.");
        }
        if (contact.contactedOn() != null && contact.contactedOn().isAfter(today)) {
            return Decision.refused("contact-in-future", "De datum van het contact ligt in de toekomst.");
        }
        if (contact.equals(contactWith(party))) {
            return Decision.unchanged(this);
        }
        var known = new EnumMap<ContactParty, SupportContact>(ContactParty.class);
        known.putAll(contacts);
        known.put(party, contact);
        return Decision.accepted(
                new AftercareCase(id, robbery, known), new VictimContacted(robbery.id(), id, party, contact));
    }
}
