package nl.aftercare.offers.domain;

import static nl.aftercare.offers.domain.Measure.ATTEND_COURT_HEARING;
import static nl.aftercare.offers.domain.Measure.CAMERA_NINE_POINTS;
import static nl.aftercare.offers.domain.Measure.DETERMINE_TENURE;
import static nl.aftercare.offers.domain.Measure.ENTREPRENEUR_ENQUIRY;
import static nl.aftercare.offers.domain.Measure.FORM_FILLING_HELP;
import static nl.aftercare.offers.domain.Measure.HOME_SECURITY_ENQUIRY;
import static nl.aftercare.offers.domain.Measure.RESTORATIVE_MEDIATION;
import static nl.aftercare.offers.domain.Measure.VICTIM_SUPPORT_REFERRAL;
import static nl.aftercare.offers.domain.Measure.VIOLENT_CRIME_COMPENSATION;
import static nl.aftercare.offers.domain.RobberyKind.COMMERCIAL;
import static nl.aftercare.offers.domain.RobberyKind.RESIDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.SupportNeed.Tenure;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OfferRulesTest {

    /** Every combination of the facts that the rules look at. */
    static Stream<Facts> allFacts() {
        return Stream.of(RobberyKind.values()).flatMap(kind -> Stream.of(Fact.values())
                .flatMap(suspect -> Stream.of(Fact.values()).flatMap(solved -> Stream.of(Fact.values())
                        .map(contacted -> facts(kind, suspect, solved, contacted)))));
    }

    @ParameterizedTest
    @MethodSource("allFacts")
    void everyMeasureOfTheTableHasExactlyOneOutcome(Facts facts) {
        var measures = OfferRules.apply(facts).stream().map(OfferLine::measure).toList();

        assertThat(measures)
                .containsExactlyElementsOf(
                        facts.kind() == COMMERCIAL
                                ? List.of(
                                        VICTIM_SUPPORT_REFERRAL,
                                        RESTORATIVE_MEDIATION,
                                        VIOLENT_CRIME_COMPENSATION,
                                        CAMERA_NINE_POINTS,
                                        HOME_SECURITY_ENQUIRY,
                                        ATTEND_COURT_HEARING)
                                : List.of(
                                        VICTIM_SUPPORT_REFERRAL,
                                        DETERMINE_TENURE,
                                        FORM_FILLING_HELP,
                                        RESTORATIVE_MEDIATION,
                                        VIOLENT_CRIME_COMPENSATION,
                                        ATTEND_COURT_HEARING,
                                        ENTREPRENEUR_ENQUIRY));
    }

    @ParameterizedTest
    @MethodSource("allFacts")
    void theSameFactsAlwaysGiveTheSameOffer(Facts facts) {
        assertThat(OfferRules.apply(facts)).isEqualTo(OfferRules.apply(facts));
    }

    @ParameterizedTest
    @MethodSource("allFacts")
    void everyLineSaysInDutchWhyAndFromWhichSentence(Facts facts) {
        var texts = ResourceBundle.getBundle("offer-texts", Locale.of("nl"));
        for (var line : OfferRules.apply(facts)) {
            assertThat(texts.getString("reason." + line.rule())).endsWith(".");
            assertThat(texts.getString("measure." + line.measure().code())).isNotBlank();
            assertThat(texts.getString("source." + line.measure().code())).endsWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("allFacts")
    void whatIsUnknownAndUsedIsNamedAsMissing(Facts facts) {
        for (var line : OfferRules.apply(facts)) {
            assertThat(line.factsUsed()).isNotEmpty().containsAll(line.factsMissing());
            assertThat(line.factsMissing().contains("solved"))
                    .isEqualTo(line.measure() == ATTEND_COURT_HEARING && facts.solved() == Fact.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({"YES, ALREADY_COVERED", "NO, INFORM", "UNKNOWN, INFORM"})
    void victimSupportIsPointedOutUnlessItIsInContact(Fact contacted, Outcome outcome) {
        assertThat(outcome(VICTIM_SUPPORT_REFERRAL, facts(COMMERCIAL, Fact.NO, Fact.NO, contacted)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "YES, NO, OFFER", "NO, NO, BLOCKED", "UNKNOWN, NO, INFORM",
        "YES, UNKNOWN, OFFER", "NO, UNKNOWN, BLOCKED", "UNKNOWN, UNKNOWN, INFORM",
        "YES, YES, ALREADY_COVERED", "NO, YES, ALREADY_COVERED", "UNKNOWN, YES, ALREADY_COVERED"
    })
    void mediationNeedsAKnownSuspectAndIsNotRepeatedAfterVictimSupport(Fact suspect, Fact contacted, Outcome outcome) {
        for (var kind : RobberyKind.values()) {
            assertThat(outcome(RESTORATIVE_MEDIATION, facts(kind, suspect, Fact.NO, contacted)))
                    .isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({"YES, ALREADY_COVERED", "NO, INFORM", "UNKNOWN, INFORM"})
    void theCompensationFundIsAlwaysPointedOutOnce(Fact contacted, Outcome outcome) {
        for (var kind : RobberyKind.values()) {
            assertThat(outcome(VIOLENT_CRIME_COMPENSATION, facts(kind, Fact.NO, Fact.NO, contacted)))
                    .isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({"YES, COORDINATE", "NO, NOT_APPLICABLE", "UNKNOWN, NOT_APPLICABLE"})
    void theHearingIsForASolvedRobbery(Fact solved, Outcome outcome) {
        for (var kind : RobberyKind.values()) {
            assertThat(outcome(ATTEND_COURT_HEARING, facts(kind, Fact.NO, solved, Fact.NO)))
                    .isEqualTo(outcome);
        }
    }

    @Test
    void theVictimOfAHomeRobberyIsAskedForTenureAndBusiness() {
        var facts = facts(RESIDENTIAL, Fact.NO, Fact.NO, Fact.NO);

        assertThat(outcome(DETERMINE_TENURE, facts)).isEqualTo(Outcome.ENQUIRE);
        assertThat(outcome(ENTREPRENEUR_ENQUIRY, facts)).isEqualTo(Outcome.ENQUIRE);
        assertThat(outcome(FORM_FILLING_HELP, facts)).isEqualTo(Outcome.OFFER);
    }

    @Test
    void theVictimOfACommercialRobberyIsAskedForTheSecurityAtHomeAndToldOfTheCameras() {
        var facts = facts(COMMERCIAL, Fact.NO, Fact.NO, Fact.NO);

        assertThat(outcome(HOME_SECURITY_ENQUIRY, facts)).isEqualTo(Outcome.ENQUIRE);
        assertThat(outcome(CAMERA_NINE_POINTS, facts)).isEqualTo(Outcome.INFORM);
    }

    @Test
    void whatWasAskedDuringTheVisitIsNotAskedAgain() {
        var answered = new SupportNeed(Fact.NO, Fact.NO, Tenure.RENTED, Fact.NO, Fact.NO, Fact.YES, Fact.UNKNOWN);
        var home = facts(RESIDENTIAL, Fact.NO, Fact.NO, Fact.NO).withNeed(answered);

        assertThat(outcome(DETERMINE_TENURE, home)).isEqualTo(Outcome.ALREADY_COVERED);
        assertThat(outcome(ENTREPRENEUR_ENQUIRY, home)).isEqualTo(Outcome.ALREADY_COVERED);
        assertThat(outcome(
                        HOME_SECURITY_ENQUIRY,
                        facts(COMMERCIAL, Fact.NO, Fact.NO, Fact.NO).withNeed(answered)))
                .isEqualTo(Outcome.ALREADY_COVERED);
    }

    @Test
    void anInsecureHomeIsTalkedAbout() {
        var insecure = new SupportNeed(
                Fact.YES, Fact.UNKNOWN, Tenure.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN);

        assertThat(outcome(
                        HOME_SECURITY_ENQUIRY,
                        facts(COMMERCIAL, Fact.NO, Fact.NO, Fact.NO).withNeed(insecure)))
                .isEqualTo(Outcome.INFORM);
    }

    @Test
    void anEntrepreneurRobbedAtHomeIsToldOfTheCamerasToo() {
        var entrepreneur = new SupportNeed(
                Fact.UNKNOWN, Fact.YES, Tenure.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN);

        assertThat(outcome(
                        CAMERA_NINE_POINTS,
                        facts(RESIDENTIAL, Fact.NO, Fact.NO, Fact.NO).withNeed(entrepreneur)))
                .isEqualTo(Outcome.INFORM);
    }

    @Test
    void whatTheVictimDoesNotWantIsSaidToBeNotApplicable() {
        var declined = new SupportNeed(
                Fact.UNKNOWN, Fact.UNKNOWN, Tenure.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN, Fact.NO, Fact.NO);
        var facts = facts(RESIDENTIAL, Fact.YES, Fact.NO, Fact.NO).withNeed(declined);

        assertThat(outcome(FORM_FILLING_HELP, facts)).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(outcome(RESTORATIVE_MEDIATION, facts)).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void theCodeOfAMeasureIsKebabCase(Measure measure) {
        assertThat(measure.code()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void noTextIsLongWinded() {
        var texts = ResourceBundle.getBundle("offer-texts", Locale.of("nl"));
        texts.keySet().stream().filter(key -> key.startsWith("reason.")).forEach(key -> Arrays.stream(
                        texts.getString(key).split("[.?!]\\s*"))
                .forEach(sentence ->
                        assertThat(sentence.split("\\s+").length).as(key).isLessThanOrEqualTo(18)));
    }

    private static Facts facts(RobberyKind kind, Fact suspectKnown, Fact solved, Fact victimSupport) {
        return new Facts(
                kind,
                LocalDate.parse("2026-03-02"),
                suspectKnown,
                solved,
                new Contact(victimSupport, null),
                Contact.UNKNOWN,
                SupportNeed.UNKNOWN);
    }

    private static Outcome outcome(Measure measure, Facts facts) {
        return OfferRules.apply(facts).stream()
                .filter(line -> line.measure() == measure)
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
