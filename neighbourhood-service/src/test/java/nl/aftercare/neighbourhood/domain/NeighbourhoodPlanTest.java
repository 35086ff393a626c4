package nl.aftercare.neighbourhood.domain;

import static nl.aftercare.neighbourhood.domain.PartnerKind.BUSINESS_ASSOCIATION;
import static nl.aftercare.neighbourhood.domain.PartnerKind.HOUSING_CORPORATION;
import static nl.aftercare.neighbourhood.domain.PartnerKind.OWNERS_ASSOCIATION;
import static nl.aftercare.neighbourhood.domain.PartnerKind.POLICE;
import static nl.aftercare.neighbourhood.domain.RobberyKind.COMMERCIAL;
import static nl.aftercare.neighbourhood.domain.RobberyKind.RESIDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.PlanEvent.MeetingArranged;
import nl.aftercare.neighbourhood.domain.PlanEvent.PlanOpened;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NeighbourhoodPlanTest {
    private static final LocalDate ROBBED_ON = LocalDate.parse("2026-03-02");
    private static final LocalDate TODAY = LocalDate.parse("2026-05-01");
    private static final Instant STARTS_AT = Instant.parse("2026-05-10T18:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-16, 2026-03-23",
        // over the change to summer time
        "2026-03-20, 2026-04-03, 2026-04-10",
        "2028-02-29, 2028-03-14, 2028-03-21",
        "2026-12-20, 2027-01-03, 2027-01-10"
    })
    void theWindowIsFourteenToTwentyOneCalendarDays(LocalDate robbedOn, LocalDate target, LocalDate limit) {
        assertThat(ArrangementWindow.after(robbedOn)).isEqualTo(new ArrangementWindow(target, limit));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, true",
        "2026-03-15, true",
        "2026-03-16, true",
        "2026-03-22, true",
        "2026-03-23, true",
        "2026-03-24, false",
        "2026-04-30, false"
    })
    void theWindowIsJudgedOnTheDayOfTheAgreementNotOnTheDayOfTheMeeting(LocalDate agreedOn, boolean inTime) {
        var arranged =
                arranged(opened(COMMERCIAL, SurroundingsTenure.UNKNOWN), agreement(BUSINESS_ASSOCIATION, agreedOn));

        assertThat(arranged.isInTime()).isEqualTo(inTime);
    }

    static Stream<Arguments> partners() {
        return Stream.of(
                Arguments.of(COMMERCIAL, SurroundingsTenure.UNKNOWN, List.of(BUSINESS_ASSOCIATION)),
                Arguments.of(COMMERCIAL, SurroundingsTenure.RENTED, List.of(BUSINESS_ASSOCIATION)),
                Arguments.of(RESIDENTIAL, SurroundingsTenure.RENTED, List.of(HOUSING_CORPORATION, POLICE)),
                Arguments.of(RESIDENTIAL, SurroundingsTenure.OWNER_OCCUPIED, List.of(OWNERS_ASSOCIATION, POLICE)),
                Arguments.of(
                        RESIDENTIAL,
                        SurroundingsTenure.MIXED,
                        List.of(HOUSING_CORPORATION, OWNERS_ASSOCIATION, POLICE)),
                Arguments.of(
                        RESIDENTIAL,
                        SurroundingsTenure.UNKNOWN,
                        List.of(HOUSING_CORPORATION, OWNERS_ASSOCIATION, POLICE)));
    }

    @ParameterizedTest
    @MethodSource("partners")
    void thePartnersFitTheRobberyAndTheHomesAround(
            RobberyKind kind, SurroundingsTenure around, List<PartnerKind> partners) {
        assertThat(PartnerKind.fitting(kind, around)).isEqualTo(partners);
    }

    @Test
    void aReportedRobberyOpensAPlan() {
        var outline = outline(RESIDENTIAL, SurroundingsTenure.MIXED);

        var decision = (Accepted<NeighbourhoodPlan, PlanEvent>) NeighbourhoodPlan.open(outline);

        assertThat(decision.state()).isEqualTo(new Opened(outline, Map.of(), 0));
        assertThat(decision.events()).containsExactly(new PlanOpened(outline));
    }

    @ParameterizedTest
    @EnumSource(PartnerKind.class)
    void aMeetingIsArrangedWithAPartnerThatFitsOnly(PartnerKind kind) {
        var plan = opened(RESIDENTIAL, SurroundingsTenure.RENTED);

        var decision = plan.arrange(partner(kind), agreement(kind, ROBBED_ON.plusDays(10)), TODAY);

        assertThat(decision instanceof Accepted).isEqualTo(kind == HOUSING_CORPORATION || kind == POLICE);
    }

    /** Where there is no business association, the safe-business platform takes its place (domain.md NC2). */
    @ParameterizedTest
    @EnumSource(PartnerKind.class)
    void afterARobberyOfABusinessThePlatformIsTheFallback(PartnerKind kind) {
        var plan = opened(COMMERCIAL, SurroundingsTenure.UNKNOWN);

        var decision = plan.arrange(partner(kind), agreement(kind, ROBBED_ON.plusDays(10)), TODAY);

        assertThat(decision instanceof Accepted)
                .isEqualTo(kind == BUSINESS_ASSOCIATION || kind == PartnerKind.SAFE_BUSINESS_PLATFORM);
    }

    @ParameterizedTest
    @EnumSource(RobberyKind.class)
    void thePoliceAreAlwaysAskedToTakePart(RobberyKind kind) {
        assertThat(PartnerKind.invited(kind)).contains(POLICE);
        assertThat(PartnerKind.invited(kind).contains(PartnerKind.SENIORS_UNION))
                .isEqualTo(kind == RESIDENTIAL);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-05-10T18:00:00Z, agreed-before-robbery",
        "2026-05-02, 2026-05-10T18:00:00Z, agreed-in-future",
        "2026-04-01, 2026-03-31T21:59:59Z, meeting-before-agreement"
    })
    void anImpossibleDayIsRefused(LocalDate agreedOn, Instant startsAt, String code) {
        var plan = opened(COMMERCIAL, SurroundingsTenure.UNKNOWN);
        var agreement = new Arrangement(UUID.randomUUID(), BUSINESS_ASSOCIATION, agreedOn, startsAt);

        var decision = plan.arrange(partner(BUSINESS_ASSOCIATION), agreement, TODAY);

        assertThat(((Refused<NeighbourhoodPlan, PlanEvent>) decision).refusal().code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02T10:00:00Z",
        "2026-05-01, 2026-05-01T10:00:00Z",
        "2026-04-01, 2026-03-31T22:00:00Z"
    })
    void theFirstAndLastPossibleDayAreAccepted(LocalDate agreedOn, Instant startsAt) {
        var plan = opened(COMMERCIAL, SurroundingsTenure.UNKNOWN);
        var agreement = new Arrangement(UUID.randomUUID(), BUSINESS_ASSOCIATION, agreedOn, startsAt);

        assertThat(plan.arrange(partner(BUSINESS_ASSOCIATION), agreement, TODAY))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void theSameArrangementAgainTellsNothing() {
        var agreement = agreement(BUSINESS_ASSOCIATION, ROBBED_ON.plusDays(10));
        var once = arranged(opened(COMMERCIAL, SurroundingsTenure.UNKNOWN), agreement);

        var again = accepted(once.arrange(partner(BUSINESS_ASSOCIATION), agreement, TODAY));

        assertThat(again.state()).isEqualTo(once);
        assertThat(again.events()).isEmpty();
    }

    @Test
    void anotherArrangementReplacesTheFirstAndIsToldAsARevision() {
        var once = arranged(
                opened(COMMERCIAL, SurroundingsTenure.UNKNOWN),
                agreement(BUSINESS_ASSOCIATION, ROBBED_ON.plusDays(10)));

        var decision = accepted(once.arrange(
                partner(BUSINESS_ASSOCIATION), agreement(BUSINESS_ASSOCIATION, ROBBED_ON.plusDays(12)), TODAY));

        var replaced = (Arranged) decision.state();
        assertThat(replaced.revision()).isEqualTo(2);
        assertThat(decision.events()).containsExactly(new MeetingArranged(replaced));
    }

    private static Arranged arranged(NeighbourhoodPlan plan, Arrangement agreement) {
        return (Arranged) accepted(plan.arrange(partner(agreement.partnerKind()), agreement, TODAY))
                .state();
    }

    private static Accepted<NeighbourhoodPlan, PlanEvent> accepted(Decision<NeighbourhoodPlan, PlanEvent> decision) {
        return (Accepted<NeighbourhoodPlan, PlanEvent>) decision;
    }

    private static NeighbourhoodPlan opened(RobberyKind kind, SurroundingsTenure around) {
        return new Opened(outline(kind, around), Map.of(), 0);
    }

    private static Outline outline(RobberyKind kind, SurroundingsTenure around) {
        return Sample.outline(kind, ROBBED_ON, Unrest.HIGH, around);
    }

    private static Partner partner(PartnerKind kind) {
        return Sample.partner(kind);
    }

    private static Arrangement agreement(PartnerKind kind, LocalDate agreedOn) {
        return new Arrangement(UUID.randomUUID(), kind, agreedOn, STARTS_AT);
    }
}
