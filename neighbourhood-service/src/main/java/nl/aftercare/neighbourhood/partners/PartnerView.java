package nl.aftercare.neighbourhood.partners;

import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner with its contact person.
 *
 * @param areas where it works; empty when in the whole municipality
 */
@Schema(name = "Partner")
public record PartnerView(
        UUID id,
        String municipality,
        PartnerKind kind,
        String name,
        String contactName,
        String email,
        List<AreaFields> areas,
        AvailabilityFields availability) {

    static PartnerView of(Partner partner) {
        return new PartnerView(
                partner.id(),
                partner.municipality().code(),
                partner.kind(),
                partner.name(),
                partner.contactName(),
                partner.email(),
                partner.areas().stream().map(AreaFields::of).toList(),
                AvailabilityFields.of(partner.availability()));
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "PartnerView[" + id + "]";
    }
}
