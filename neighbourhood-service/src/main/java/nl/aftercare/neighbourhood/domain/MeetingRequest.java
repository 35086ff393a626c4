package nl.aftercare.neighbourhood.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.aftercare.platform.kernel.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * A meeting for which a date is sought.
 *
 * @param earliest first day that leaves time to ask partners and to invite, Europe/Amsterdam
 * @param latest last day within what the municipality settled
 * @param expected how many people; 0 when unknown
 * @param area where they live or work; null when unknown
 * @param partners whom it needs: of each kind those who may come, one of whom has to
 * @param venues halls of the municipality; empty when it has none in its directory
 */
public record MeetingRequest(
        UUID planId,
        RobberyKind kind,
        Unrest unrest,
        LocalDate earliest,
        LocalDate latest,
        int expected,
        @Nullable Area area,
        List<List<Partner>> partners,
        List<Venue> venues) {
    private static final List<LocalTime> STARTS_FOR_RESIDENTS =
            List.of(LocalTime.of(19, 30), LocalTime.of(14, 0), LocalTime.of(10, 0));
    private static final List<LocalTime> STARTS_FOR_SHOPS =
            List.of(LocalTime.of(18, 30), LocalTime.of(20, 0), LocalTime.of(8, 0));

    /** A conversation with a partner, and at least a week for invitations (domain.md 3.3). */
    private static final int DAYS_OF_NOTICE = 10;

    public MeetingRequest {
        partners = partners.stream().map(List::copyOf).toList();
        venues = List.copyOf(venues);
    }

    /**
     * @param partners all of the municipality
     * @param venues all of the municipality
     */
    public static MeetingRequest of(
            NeighbourhoodPlan plan, Settings settings, List<Partner> partners, List<Venue> venues, LocalDate today) {
        var outline = plan.outline();
        var audience = outline.audience();
        var area = audience == null ? null : audience.area();
        return new MeetingRequest(
                outline.id(),
                outline.kind(),
                outline.unrest(),
                today.plusDays(DAYS_OF_NOTICE),
                outline.dayZero().plusDays(settings.meetingWithinDays()),
                audience == null ? 0 : audience.expected(),
                area,
                outline.partnerKinds().stream()
                        .map(kind -> working(partners, kind, area))
                        .map(found -> found.isEmpty() ? fallback(partners, outline.kind(), area) : found)
                        .filter(found -> !found.isEmpty())
                        .toList(),
                venues);
    }

    private static List<Partner> working(List<Partner> partners, PartnerKind kind, @Nullable Area area) {
        return partners.stream()
                .filter(partner -> partner.kind() == kind && partner.worksIn(area))
                .toList();
    }

    private static List<Partner> fallback(List<Partner> partners, RobberyKind kind, @Nullable Area area) {
        return PartnerKind.fallbacks(kind).stream()
                .flatMap(fallback -> working(partners, fallback, area).stream())
                .toList();
    }

    /** Every date, hall and company of partners that breaks nothing by itself. */
    public List<MeetingOption> options(WorkingDays days) {
        return times(latest, days)
                .flatMap(time -> halls(venue -> venue.availability().covers(time) && venue.capacity() >= expected)
                        .flatMap(venue -> companies(time).stream()
                                .map(company -> new MeetingOption(time, venue.orElse(null), company))))
                .toList();
    }

    /** Times on working days, the best of the day first. */
    Stream<MeetingTime> times(LocalDate until, WorkingDays days) {
        return until.isBefore(earliest)
                ? Stream.empty()
                : earliest.datesUntil(until.plusDays(1)).filter(days::contains).flatMap(day -> starts().stream()
                        .map(start -> MeetingTime.usual(day, start)));
    }

    Stream<Optional<Venue>> halls(Predicate<Venue> fits) {
        return venues.isEmpty()
                ? Stream.of(Optional.empty())
                : venues.stream().filter(fits).map(Optional::of);
    }

    /** One of each kind, all of whom can come. */
    private List<List<UUID>> companies(MeetingTime time) {
        List<List<UUID>> companies = List.of(List.of());
        for (var kind : partners) {
            var extended = new ArrayList<List<UUID>>();
            for (var company : companies) {
                kind.stream()
                        .filter(partner -> partner.availability().covers(time))
                        .limit(ALTERNATIVES)
                        .forEach(partner -> extended.add(Stream.concat(company.stream(), Stream.of(partner.id()))
                                .toList()));
            }
            companies = extended;
        }
        return companies;
    }

    /** Enough to go round a full diary, few enough to try them all together. */
    private static final int ALTERNATIVES = 3;

    private List<LocalTime> starts() {
        return kind == RobberyKind.COMMERCIAL ? STARTS_FOR_SHOPS : STARTS_FOR_RESIDENTS;
    }

    /** Evenings for residents, closing time for shops. */
    public boolean suits(MeetingTime time) {
        return time.from().equals(starts().getFirst());
    }

    /** What is against an option, the less the better: days that pass, more so when there is much unrest, and an unhandy hour. */
    public int cost(MeetingOption option) {
        int days = (int) (option.time().day().toEpochDay() - earliest.toEpochDay());
        return days * (unrest == Unrest.HIGH ? COST_OF_DAY_IN_UNREST : 1)
                + (suits(option.time()) ? 0 : COST_OF_UNHANDY_HOUR);
    }

    private static final int COST_OF_DAY_IN_UNREST = 3;
    private static final int COST_OF_UNHANDY_HOUR = 20;

    /** Whether one meeting can serve both: the same kind of people, near each other. */
    public boolean isNear(MeetingRequest other) {
        return kind == other.kind
                && area != null
                && other.area != null
                && area.meets(Objects.requireNonNull(other.area));
    }
}
