package nl.aftercare.cases.reading;

import java.util.UUID;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.ContactParty;
import nl.aftercare.cases.domain.SupportContact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An aftercare case in a list: without personal data. */
@Schema(name = "Case")
public record CaseView(
        UUID id,
        UUID robberyId,
        String municipality,
        SupportContact victimSupportContact,
        SupportContact branchOrganisationContact) {

    static CaseView of(AftercareCase aftercareCase) {
        return new CaseView(
                aftercareCase.id().value(),
                aftercareCase.robbery().id().value(),
                aftercareCase.robbery().municipality().code(),
                aftercareCase.contactWith(ContactParty.VICTIM_SUPPORT),
                aftercareCase.contactWith(ContactParty.BRANCH_ORGANISATION));
    }
}
