package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.platform.kernel.Municipality;

/** What tests start from. */
final class Sample {
    static final Municipality MUNICIPALITY = new Municipality("9901");

    private Sample() {}

    static Outline outline(RobberyKind kind, LocalDate robbedOn, Unrest unrest, SurroundingsTenure surroundings) {
        return new Outline(
                new UUID(0, 1),
                new UUID(0, 2),
                MUNICIPALITY,
                kind,
                robbedOn,
                Anchor.ROBBERY,
                unrest,
                surroundings,
                null,
                null,
                Map.of());
    }

    static Partner partner(PartnerKind kind) {
        return new Partner(
                UUID.randomUUID(),
                MUNICIPALITY,
                kind,
                "Partner",
                "Contact",
                "partner@voorbeeld.example",
                List.of(),
                Availability.ALWAYS);
    }
}
