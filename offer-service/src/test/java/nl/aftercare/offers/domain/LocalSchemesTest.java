package nl.aftercare.offers.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.aftercare.offers.domain.LocalSchemes.Ending;
import nl.aftercare.offers.domain.LocalSchemes.Scheme;
import nl.aftercare.offers.domain.Validity.JudgedOn;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemes begin and end, and are judged on the day that each says. */
class LocalSchemesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final LocalDate ROBBERY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource({
        // from, to, judged on, what is there for a robbery of 2 March and an application of 1 June
        "2026-03-02, 2026-03-02, ROBBERY, YES",
        "2026-03-03, 2026-12-31, ROBBERY, NO",
        "2026-01-01, 2026-03-01, ROBBERY, NO",
        "2026-06-01, 2026-06-01, APPLICATION, YES",
        "2026-01-01, 2026-05-31, APPLICATION, NO",
        "2026-06-02, 2026-12-31, APPLICATION, NO"
    })
    void aSchemeHoldsFromItsFirstToItsLastDay(LocalDate from, LocalDate to, JudgedOn judgedOn, Fact there) {
        var schemes = schemes(scheme("skim-safe", from, to, judgedOn));

        assertThat(schemes.judge(ROBBERY, TODAY)).containsEntry("skimSafeAvailable", there);
        assertThat(schemes.holding("skim-safe", ROBBERY, TODAY).isPresent()).isEqualTo(there == Fact.YES);
    }

    @Test
    void whatTheMunicipalityDidNotSettleItDoesNotHave() {
        assertThat(schemes().judge(ROBBERY, TODAY)).containsEntry("doorChainAvailable", Fact.NO);
        assertThat(schemes().holding("door-chain", ROBBERY, TODAY)).isEmpty();
    }

    @Test
    void aSchemeIsOfItsOwnMeasureAlone() {
        var schemes = schemes(
                scheme("skim-safe", ROBBERY, null, JudgedOn.ROBBERY),
                scheme("door-chain", ROBBERY, null, JudgedOn.ROBBERY));

        assertThat(schemes.holding("door-chain", ROBBERY, TODAY))
                .map(Scheme::measure)
                .contains("door-chain");
        assertThat(schemes.judge(ROBBERY, TODAY)).containsEntry("doorViewerAvailable", Fact.NO);
    }

    @Test
    void untilAMunicipalitySaysAnythingNobodyKnows() {
        assertThat(LocalSchemes.unsettled())
                .containsOnlyKeys(LocalSchemes.FACTS)
                .allSatisfy((name, fact) -> assertThat(fact).isEqualTo(Fact.UNKNOWN));
    }

    @Test
    void whetherTheCorporationDoesItForFreeIsKnownWhenItIsSettled() {
        var corporation =
                new Scheme("preventive-measures-by-corporation", ROBBERY, null, JudgedOn.ROBBERY, Fact.NO, null);

        assertThat(schemes(corporation).judge(ROBBERY, TODAY))
                .containsEntry("preventiveMeasuresByCorporationFree", Fact.NO);
        assertThat(schemes().judge(ROBBERY, TODAY)).containsEntry("preventiveMeasuresByCorporationFree", Fact.UNKNOWN);
    }

    @Test
    void somebodyIsToldOfAnEndUnlessTheMeasureGoesOn() {
        var end = LocalDate.parse("2026-06-10");
        var schemes = schemes(
                scheme("skim-safe", ROBBERY, end, JudgedOn.ROBBERY),
                scheme("door-chain", ROBBERY, end, JudgedOn.ROBBERY),
                scheme("door-chain", end.plusDays(1), null, JudgedOn.ROBBERY),
                scheme("peer-contact", ROBBERY, TODAY.minusDays(1), JudgedOn.ROBBERY),
                scheme("door-viewer", ROBBERY, null, JudgedOn.ROBBERY));

        assertThat(schemes.endings(TODAY)).containsExactly(new Ending("skim-safe", end));
        assertThat(new Ending("skim-safe", end).warnOn()).isEqualTo(LocalDate.parse("2026-05-11"));
    }

    @Test
    void theDaysOfChangeAreTheFirstAndTheOneAfterTheLast() {
        var end = LocalDate.parse("2026-06-10");

        assertThat(schemes(scheme("skim-safe", ROBBERY, end, JudgedOn.ROBBERY)).changes())
                .containsExactly(ROBBERY, end.plusDays(1));
        assertThat(schemes(scheme("skim-safe", ROBBERY, null, JudgedOn.ROBBERY)).changes())
                .containsExactly(ROBBERY);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-02,",
        "2026-07-01, Dit geldt tot en met 1 juli 2026. Leg op tijd vast wat er daarna geldt.",
        "2026-06-01, Dit geldt tot en met 1 juni 2026. Leg op tijd vast wat er daarna geldt.",
        "2026-05-31, Dit gold tot en met 31 mei 2026. Het wordt niet meer aangeboden."
    })
    void fromThirtyDaysBeforeTheEndThereIsAWarning(LocalDate to, String warning) {
        var validity = new Validity(ROBBERY, to, JudgedOn.ROBBERY);

        assertThat(validity.warning(TODAY).orElse(null)).isEqualTo(warning);
    }

    @Test
    void whatHasNoEndDoesNotWarn() {
        assertThat(new Validity(ROBBERY, null, JudgedOn.ROBBERY).warning(TODAY)).isEmpty();
    }

    @Test
    void anEndBeforeTheBeginningIsSeen() {
        assertThat(new Validity(ROBBERY, ROBBERY.minusDays(1), JudgedOn.ROBBERY).endsBeforeItBegins())
                .isTrue();
        assertThat(new Validity(ROBBERY, ROBBERY, JudgedOn.ROBBERY).endsBeforeItBegins())
                .isFalse();
        assertThat(new Validity(ROBBERY, null, JudgedOn.ROBBERY).endsBeforeItBegins())
                .isFalse();
    }

    private static LocalSchemes schemes(Scheme... all) {
        return new LocalSchemes(List.of(all));
    }

    private static Scheme scheme(String measure, LocalDate from, LocalDate to, JudgedOn judgedOn) {
        return new Scheme(measure, from, to, judgedOn, Fact.YES, null);
    }
}
