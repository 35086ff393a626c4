package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Availability.Absence;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Refused;
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
        return partner(kind, List.of(), Availability.ALWAYS);
    }

    static Partner partner(PartnerKind kind, List<Area> areas, Availability availability) {
        return new Partner(
                UUID.randomUUID(),
                MUNICIPALITY,
                kind,
                "Partner",
                "Contact",
                "partner@voorbeeld.example",
                areas,
                availability);
    }

    static Venue hall(int capacity, Availability availability) {
        return new Venue(UUID.randomUUID(), MUNICIPALITY, "Zaal", "Plein 1", capacity, availability);
    }

    static Availability away(LocalDate from, LocalDate until) {
        return new Availability(List.of(), List.of(new Absence(from, until)));
    }

    /** Code of the refusal. */
    static String refusal(Decision<?, ?> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<?, ?>) decision).refusal().code();
    }
}
