package nl.aftercare.neighbourhood.domain;

import java.util.List;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * A partner in the directory of a municipality, with its contact person.
 *
 * @param areas where it works; empty when in the whole municipality
 */
public record Partner(
        UUID id,
        Municipality municipality,
        PartnerKind kind,
        String name,
        String contactName,
        String email,
        List<Area> areas,
        Availability availability) {

    public Partner {
        areas = List.copyOf(areas);
    }

    public boolean worksIn(@Nullable Area area) {
        return areas.isEmpty() || area == null || areas.stream().anyMatch(area::meets);
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "Partner[" + id + "]";
    }
}
