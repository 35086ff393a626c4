package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.Audience.Scope;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.platform.kernel.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which dates, halls and partners can be had for a meeting. */
class MeetingRequestTest {
    private static final WorkingDays DAYS = new WorkingDays(day -> false);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-16");
    private static final LocalDate ROBBED_ON = LocalDate.parse("2026-03-02");
    private static final Area HERE = new Area("BU99010102", 2026, null);
    private static final Area ELSEWHERE = new Area("BU99010203", 2026, null);
    private static final int EXPECTED = 40;

    @Test
    void aHallIsFreeAndLargeEnough() {
        var justFits = Sample.hall(EXPECTED, Availability.ALWAYS);
        var tooSmall = Sample.hall(EXPECTED - 1, Availability.ALWAYS);
        var taken = Sample.hall(100, Sample.away(MONDAY, MONDAY));

        assertThat(request(List.of(), justFits, tooSmall, taken).options(DAYS))
                .containsExactly(
                        option(LocalTime.of(18, 30), justFits),
                        option(LocalTime.of(20, 0), justFits),
                        option(LocalTime.of(8, 0), justFits));
    }

    @Test
    void whereNoHallsAreKnownOneIsStillToBeFound() {
        assertThat(request(List.of()).options(DAYS)).hasSize(3).allSatisfy(option -> assertThat(option.venue())
                .isNull());
    }

    @Test
    void oneOfEachKindComesAndOnlyWhoCan() {
        var police = Sample.partner(PartnerKind.POLICE);
        var away = away(PartnerKind.POLICE);
        var corporation = Sample.partner(PartnerKind.HOUSING_CORPORATION);

        var options =
                request(List.of(List.of(away, police), List.of(corporation))).options(DAYS);

        assertThat(options).hasSize(3).allSatisfy(option -> assertThat(option.partnerIds())
                .containsExactly(police.id(), corporation.id()));
    }

    @Test
    void ofEachKindThreeWhoCanComeAreTried() {
        var police = Stream.generate(() -> Sample.partner(PartnerKind.POLICE))
                .limit(4)
                .toList();

        assertThat(request(List.of(police)).options(DAYS))
                .filteredOn(option -> option.time().from().equals(LocalTime.of(8, 0)))
                .extracting(MeetingOption::partnerIds)
                .containsExactlyElementsOf(police.stream()
                        .limit(3)
                        .map(partner -> List.of(partner.id()))
                        .toList());
    }

    @Test
    void whereNobodyOfAKindCanComeThereIsNoDate() {
        var corporation = Sample.partner(PartnerKind.HOUSING_CORPORATION);

        assertThat(request(List.of(List.of(corporation), List.of(away(PartnerKind.POLICE))))
                        .options(DAYS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COMMERCIAL, 18:30, true",
        "COMMERCIAL, 19:30, false",
        "COMMERCIAL, 20:00, false",
        "RESIDENTIAL, 19:30, true",
        "RESIDENTIAL, 18:30, false",
        "RESIDENTIAL, 10:00, false"
    })
    void closingTimeSuitsShopsAndTheEveningSuitsResidents(RobberyKind kind, LocalTime from, boolean suits) {
        var request = request(kind, Unrest.LOW, null);

        assertThat(request.suits(MeetingTime.usual(MONDAY, from))).isEqualTo(suits);
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, 2026-03-16, 18:30, 0",
        "LOW, 2026-03-18, 18:30, 2",
        "UNKNOWN, 2026-03-18, 18:30, 2",
        "HIGH, 2026-03-18, 18:30, 6",
        "LOW, 2026-03-16, 20:00, 20",
        "HIGH, 2026-03-18, 20:00, 26"
    })
    void everyDayCountsAndMoreSoInUnrestAndAnUnhandyHourCountsAsTwentyDays(
            Unrest unrest, LocalDate day, LocalTime from, int cost) {
        var option = new MeetingOption(MeetingTime.usual(day, from), null, List.of());

        assertThat(request(RobberyKind.COMMERCIAL, unrest, null).cost(option)).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENTIAL, BU99010102, BU99010102, true",
        "RESIDENTIAL, BU99010102, WK990101, true",
        "RESIDENTIAL, BU99010102, BU99010203, false",
        "COMMERCIAL, BU99010102, BU99010102, false",
        "RESIDENTIAL, BU99010102, , false",
        "RESIDENTIAL, , BU99010102, false",
        "RESIDENTIAL, , , false"
    })
    void oneMeetingServesTheSameKindOfPeopleNearEachOtherOnly(
            RobberyKind kind, @Nullable String code, @Nullable String otherCode, boolean isNear) {
        var request = request(RobberyKind.RESIDENTIAL, Unrest.LOW, area(code));

        assertThat(request.isNear(request(kind, Unrest.HIGH, area(otherCode)))).isEqualTo(isNear);
    }

    @Test
    void ofEachKindThatFitsThoseWhoWorkThereAreAsked() {
        var here = Sample.partner(PartnerKind.HOUSING_CORPORATION, List.of(HERE), Availability.ALWAYS);
        var elsewhere = Sample.partner(PartnerKind.HOUSING_CORPORATION, List.of(ELSEWHERE), Availability.ALWAYS);
        var police = Sample.partner(PartnerKind.POLICE);
        var insurer = Sample.partner(PartnerKind.INSURER);
        var hall = Sample.hall(50, Availability.ALWAYS);
        var plan = plan(RobberyKind.RESIDENTIAL)
                .address(new Audience(Scope.STREET, HERE, 100, 60, 0))
                .orRefuse()
                .state();

        assertThat(MeetingRequest.of(
                        plan, Settings.USUAL, List.of(insurer, police, elsewhere, here), List.of(hall), MONDAY))
                .isEqualTo(new MeetingRequest(
                        plan.outline().id(),
                        RobberyKind.RESIDENTIAL,
                        Unrest.LOW,
                        MONDAY.plusDays(10),
                        ROBBED_ON.plusDays(42),
                        30,
                        HERE,
                        List.of(List.of(here), List.of(police)),
                        List.of(hall)));
    }

    @Test
    void whereNobodyCountedAllOfAKindAreAskedAndHowManyComeIsUnknown() {
        var corporation = Sample.partner(PartnerKind.HOUSING_CORPORATION, List.of(HERE), Availability.ALWAYS);
        var other = Sample.partner(PartnerKind.HOUSING_CORPORATION, List.of(ELSEWHERE), Availability.ALWAYS);

        var request = MeetingRequest.of(
                plan(RobberyKind.RESIDENTIAL), Settings.USUAL, List.of(corporation, other), List.of(), MONDAY);

        assertThat(request.partners()).containsExactly(List.of(corporation, other));
        assertThat(request.expected()).isZero();
        assertThat(request.area()).isNull();
    }

    @Test
    void thePlatformIsAskedWhereThereIsNoBusinessAssociationOnly() {
        var association = Sample.partner(PartnerKind.BUSINESS_ASSOCIATION);
        var platform = Sample.partner(PartnerKind.SAFE_BUSINESS_PLATFORM);

        assertThat(asked(RobberyKind.COMMERCIAL, association, platform)).containsExactly(List.of(association));
        assertThat(asked(RobberyKind.COMMERCIAL, platform)).containsExactly(List.of(platform));
        assertThat(asked(RobberyKind.RESIDENTIAL, association, platform)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RobberyKind.class)
    void aMunicipalityWithoutPartnersAsksNobody(RobberyKind kind) {
        assertThat(asked(kind)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BU99010102, true", "WK990101, true", "BU99010203, false", ", true"})
    void aPartnerWorksInItsAreasOrEverywhere(@Nullable String code, boolean works) {
        var police = Sample.partner(PartnerKind.POLICE, List.of(HERE), Availability.ALWAYS);

        assertThat(police.worksIn(area(code))).isEqualTo(works);
        assertThat(Sample.partner(PartnerKind.POLICE).worksIn(area(code))).isTrue();
    }

    @Test
    void aPartnerIsLoggedByItsNumberOnly() {
        var police = Sample.partner(PartnerKind.POLICE);

        assertThat(police).hasToString("Partner[" + police.id() + "]");
    }

    private static List<List<Partner>> asked(RobberyKind kind, Partner... partners) {
        return MeetingRequest.of(plan(kind), Settings.USUAL, List.of(partners), List.of(), MONDAY)
                .partners();
    }

    private static NeighbourhoodPlan plan(RobberyKind kind) {
        return new Opened(Sample.outline(kind, ROBBED_ON, Unrest.LOW, SurroundingsTenure.UNKNOWN), Map.of(), 0);
    }

    private static MeetingRequest request(List<List<Partner>> partners, Venue... halls) {
        return new MeetingRequest(
                new UUID(0, 1),
                RobberyKind.COMMERCIAL,
                Unrest.LOW,
                MONDAY,
                MONDAY,
                EXPECTED,
                HERE,
                partners,
                List.of(halls));
    }

    private static MeetingRequest request(RobberyKind kind, Unrest unrest, @Nullable Area area) {
        return new MeetingRequest(
                new UUID(0, 1), kind, unrest, MONDAY, MONDAY.plusDays(4), 0, area, List.of(), List.of());
    }

    private static MeetingOption option(LocalTime from, Venue hall) {
        return new MeetingOption(MeetingTime.usual(MONDAY, from), hall, List.of());
    }

    private static Partner away(PartnerKind kind) {
        return Sample.partner(kind, List.of(), Sample.away(MONDAY, MONDAY));
    }

    private static @Nullable Area area(@Nullable String code) {
        return code == null ? null : new Area(code, 2026, null);
    }
}
