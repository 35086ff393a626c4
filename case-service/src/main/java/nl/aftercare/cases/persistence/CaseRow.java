package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.cases.domain.Address;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.ContactParty;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.SupportContact;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.domain.VictimType;
import nl.aftercare.platform.kernel.Fact;

/** An aftercare case with its victim, as stored. */
@Entity
@Table(name = "aftercare_case")
class CaseRow {
    @Id
    UUID id;

    @Version
    int version;

    String municipality;
    UUID robberyId;
    String victimReference;

    @Enumerated(EnumType.STRING)
    VictimType victimType;

    String victimName;
    String victimEmail;
    String victimPhone;
    String postcode;
    Integer houseNumber;
    String houseNumberAddition;
    String street;
    String town;
    boolean addressShielded;

    @Enumerated(EnumType.STRING)
    Fact victimSupportContacted;

    LocalDate victimSupportContactedOn;

    @Enumerated(EnumType.STRING)
    Fact branchContacted;

    LocalDate branchContactedOn;

    static CaseRow of(AftercareCase opened, Victim victim) {
        var row = new CaseRow();
        row.id = opened.id().value();
        row.municipality = opened.robbery().municipality().code();
        row.robberyId = opened.robbery().id().value();
        row.take(victim);
        row.take(opened);
        return row;
    }

    AftercareCase toDomain(Robbery robbery) {
        return new AftercareCase(
                new CaseId(id),
                robbery,
                Map.of(
                        ContactParty.VICTIM_SUPPORT,
                                new SupportContact(victimSupportContacted, victimSupportContactedOn),
                        ContactParty.BRANCH_ORGANISATION, new SupportContact(branchContacted, branchContactedOn)));
    }

    Victim victim() {
        var address = postcode == null ? null : new Address(postcode, houseNumber, houseNumberAddition, street, town);
        return new Victim(victimReference, victimType, victimName, victimEmail, victimPhone, address, addressShielded);
    }

    void take(AftercareCase known) {
        var victimSupport = known.contactWith(ContactParty.VICTIM_SUPPORT);
        var branch = known.contactWith(ContactParty.BRANCH_ORGANISATION);
        victimSupportContacted = victimSupport.contacted();
        victimSupportContactedOn = victimSupport.contactedOn();
        branchContacted = branch.contacted();
        branchContactedOn = branch.contactedOn();
    }

    private void take(Victim victim) {
        victimReference = victim.reference();
        victimType = victim.type();
        victimName = victim.name();
        victimEmail = victim.email();
        victimPhone = victim.phone();
        addressShielded = victim.addressShielded();
        if (victim.address() != null) {
            postcode = victim.address().postcode();
            houseNumber = victim.address().houseNumber();
            houseNumberAddition = victim.address().houseNumberAddition();
            street = victim.address().street();
            town = victim.address().town();
        }
    }
}
