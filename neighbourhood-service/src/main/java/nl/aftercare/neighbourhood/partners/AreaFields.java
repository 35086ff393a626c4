package nl.aftercare.neighbourhood.partners;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.aftercare.neighbourhood.domain.Area;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a municipality, by the division of CBS.
 *
 * @param year of the division: codes change at reorganisations
 * @param place a street or square within it
 */
@Schema(name = "Area")
public record AreaFields(
        @NotNull @Pattern(regexp = Area.PATTERN, message = "moet een code van CBS zijn, zoals WK990101 of BU99010102")
        String code,

        @NotNull @Min(1995) @Max(2100) Integer year,
        @Nullable @Size(max = 100) String place) {

    static List<Area> toDomain(@Nullable List<AreaFields> areas) {
        return areas == null
                ? List.of()
                : areas.stream()
                        .map(one -> new Area(one.code, one.year, one.place))
                        .toList();
    }

    static AreaFields of(Area area) {
        return new AreaFields(area.code(), area.year(), area.place());
    }
}
