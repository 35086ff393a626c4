package nl.aftercare.neighbourhood.addressing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.aftercare.neighbourhood.domain.Area;
import nl.aftercare.neighbourhood.domain.Audience;
import nl.aftercare.neighbourhood.domain.Audience.Scope;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.text.ForbiddenData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is told and asked: a count, since the addresses come from the municipality's own registers.
 *
 * @param areaCode district or neighbourhood by the division of CBS
 * @param areaYear of the division: codes change at reorganisations
 * @param place the street or square, with these scopes only
 * @param addresses how many
 * @param rented how many of them are rented homes
 * @param ownerOccupied how many of them are owned by who lives there
 */
@Schema(name = "Audience", examples = """
        {"scope": "NEIGHBOURHOOD", "areaCode": "BU99010001", "areaYear": 2026, "addresses": 240, "rented": 150, "ownerOccupied": 90}""")
public record AudienceFields(
        @NotNull Scope scope,

        @NotNull @Pattern(regexp = Area.PATTERN, message = "moet een code van CBS zijn, zoals WK990101 of BU99010102")
        String areaCode,

        @NotNull @Min(1995) @Max(2100) Integer areaYear,
        @Nullable @Size(max = 100) String place,
        @NotNull @Min(1) @Max(100_000) Integer addresses,
        @NotNull @Min(0) @Max(100_000) Integer rented,
        @NotNull @Min(0) @Max(100_000) Integer ownerOccupied) {

    /** A year as in Plein 1944 has four digits. */
    private static final java.util.regex.Pattern HOUSE_NUMBER =
            java.util.regex.Pattern.compile("\\s\\d{1,3} ?[a-zA-Z]?$");

    /** @throws InvalidInputException when the place is missing or too many, or more homes are counted than addresses */
    Audience toDomain() {
        boolean isPlace = scope == Scope.STREET || scope == Scope.SQUARE;
        if (isPlace && (place == null || place.isBlank())) {
            throw new InvalidInputException("place", "is nodig: welke straat of welk plein?");
        }
        if (!isPlace && place != null) {
            throw new InvalidInputException("place", "hoort alleen bij een straat of plein");
        }
        if (place != null
                && (!ForbiddenData.in(place).isEmpty()
                        || HOUSE_NUMBER.matcher(place).find())) {
            throw new InvalidInputException(
                    "place", "mag geen huisnummer of postcode hebben: alleen de straat of het plein");
        }
        if (rented + ownerOccupied > addresses) {
            throw new InvalidInputException("addresses", "moet minstens het aantal huur- en koopwoningen zijn");
        }
        return new Audience(scope, new Area(areaCode, areaYear, place), addresses, rented, ownerOccupied);
    }
}
