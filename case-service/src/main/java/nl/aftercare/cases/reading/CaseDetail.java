package nl.aftercare.cases.reading;

import nl.aftercare.cases.domain.Address;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.domain.VictimType;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Robberies;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One aftercare case with the victim, for the coordinator who helps them. */
@Schema(name = "CaseDetail")
public record CaseDetail(CaseView aftercareCase, RobberyView robbery, VictimView victim) {

    /** @param address left out when it is shielded (domain.md L11) */
    @Schema(name = "Victim")
    public record VictimView(
            String reference,
            VictimType type,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Address address,
            boolean addressShielded) {

        static VictimView of(Victim victim) {
            return new VictimView(
                    victim.reference(),
                    victim.type(),
                    victim.name(),
                    victim.email(),
                    victim.phone(),
                    victim.addressShielded() ? null : victim.address(),
                    victim.addressShielded());
        }

        /** Keeps personal data out of logs and error messages. */
        @Override
        public String toString() {
            return "VictimView[" + type + "]";
        }
    }

    static CaseDetail of(Cases.Stored stored) {
        return new CaseDetail(
                CaseView.of(stored.aftercareCase()),
                RobberyView.of(new Robberies.Stored(stored.aftercareCase().robbery(), stored.playbook())),
                VictimView.of(stored.victim()));
    }
}
