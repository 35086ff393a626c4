package nl.aftercare.neighbourhood.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Area;
import nl.aftercare.neighbourhood.domain.Availability;
import nl.aftercare.neighbourhood.domain.Availability.Absence;
import nl.aftercare.neighbourhood.domain.Availability.Hours;
import nl.aftercare.neighbourhood.domain.MeetingRequest;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.neighbourhood.domain.SurroundingsTenure;
import nl.aftercare.neighbourhood.domain.Unrest;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.platform.kernel.Municipality;

/** Regions that do not exist, the same for the same seed: municipalities with partners, halls and robberies. */
public final class RandomRegion {
    private static final LocalDate EARLIEST = LocalDate.parse("2026-03-16");
    private static final List<PartnerKind> KINDS = List.of(
            PartnerKind.POLICE,
            PartnerKind.HOUSING_CORPORATION,
            PartnerKind.OWNERS_ASSOCIATION,
            PartnerKind.BUSINESS_ASSOCIATION);
    private final Random random;
    private final int days;

    private RandomRegion(long seed, int days) {
        random = new Random(seed);
        this.days = days;
    }

    /**
     * @param partners in all municipalities together
     * @param robberies in all municipalities together
     * @param days how long the term of a meeting is
     */
    public static List<MeetingRequest> of(int municipalities, int partners, int robberies, int days, long seed) {
        return new RandomRegion(seed, days).requests(municipalities, partners, robberies);
    }

    private List<MeetingRequest> requests(int municipalities, int partners, int robberies) {
        var directories = new ArrayList<List<Partner>>();
        var halls = new ArrayList<List<Venue>>();
        for (int m = 0; m < municipalities; m++) {
            var municipality = new Municipality("%04d".formatted(m + 1));
            var directory = new ArrayList<Partner>();
            for (int p = 0; p < partners / municipalities; p++) {
                directory.add(partner(municipality, KINDS.get(p % KINDS.size())));
            }
            directories.add(directory);
            halls.add(List.of(hall(municipality), hall(municipality)));
        }
        var requests = new ArrayList<MeetingRequest>();
        for (int r = 0; r < robberies; r++) {
            int m = random.nextInt(municipalities);
            requests.add(request("%04d".formatted(m + 1), directories.get(m), halls.get(m)));
        }
        return requests;
    }

    private MeetingRequest request(String municipality, List<Partner> directory, List<Venue> halls) {
        var kind = random.nextBoolean() ? RobberyKind.COMMERCIAL : RobberyKind.RESIDENTIAL;
        var tenure = SurroundingsTenure.values()[random.nextInt(3)];
        var earliest = EARLIEST.plusDays(random.nextInt(5));
        return new MeetingRequest(
                id(),
                kind,
                random.nextInt(4) == 0 ? Unrest.HIGH : Unrest.LOW,
                earliest,
                earliest.plusDays(days),
                random.nextInt(60),
                new Area("BU" + municipality + "010" + random.nextInt(3), 2026, null),
                PartnerKind.fitting(kind, tenure).stream()
                        .map(wanted -> directory.stream()
                                .filter(partner -> partner.kind() == wanted)
                                .toList())
                        .filter(found -> !found.isEmpty())
                        .toList(),
                halls);
    }

    private Partner partner(Municipality municipality, PartnerKind kind) {
        return new Partner(
                id(), municipality, kind, "Voorbeeld", "Voorbeeld", "p@voorbeeld.example", List.of(), availability());
    }

    private Venue hall(Municipality municipality) {
        return new Venue(id(), municipality, "Zaal", "Voorbeeldplein 1", 40 + random.nextInt(80), availability());
    }

    private Availability availability() {
        var hours = new ArrayList<Hours>();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                hours.add(new Hours(day, LocalTime.of(random.nextBoolean() ? 8 : 18, 0), LocalTime.of(22, 0)));
            }
        }
        var away = EARLIEST.plusDays(random.nextInt(20));
        return new Availability(hours, List.of(new Absence(away, away.plusDays(random.nextInt(5)))));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
