package nl.aftercare.offers.rules;

import static nl.aftercare.offers.domain.Outcome.ALREADY_COVERED;
import static nl.aftercare.offers.domain.Outcome.BLOCKED;
import static nl.aftercare.offers.domain.Outcome.COORDINATE;
import static nl.aftercare.offers.domain.Outcome.ENQUIRE;
import static nl.aftercare.offers.domain.Outcome.INFORM;
import static nl.aftercare.offers.domain.Outcome.NOT_APPLICABLE;
import static nl.aftercare.offers.domain.Outcome.OFFER;
import static nl.aftercare.offers.rules.Situation.NATIONAL;
import static nl.aftercare.offers.rules.Situation.commercial;
import static nl.aftercare.offers.rules.Situation.residential;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.aftercare.offers.domain.OfferLine;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.domain.Party;
import org.junit.jupiter.api.Test;

/** The sample cases of domain.md section 9, as far as the offer goes; A has a fund and door extras, B has nothing. */
class SampleCasesTest {

    @Test
    void oneNightShop() {
        var shop = inMunicipalityA(commercial())
                .with("suspectKnown", "NO")
                .with("solved", "NO")
                .with("victimSupportContacted", "YES")
                .with("branchContacted", "YES")
                .with("cashHandled", "YES")
                .with("willing", "YES")
                .with("aftercareGranted", "YES");

        expect(
                shop,
                Map.of(
                        "restorative-mediation", ALREADY_COVERED,
                        "violent-crime-compensation", ALREADY_COVERED,
                        "municipal-emergency-fund", OFFER,
                        "camera-nine-points", OFFER,
                        "skim-safe", NOT_APPLICABLE,
                        "card-payment-terminal", NOT_APPLICABLE,
                        "home-security-enquiry", ENQUIRE,
                        "attend-court-hearing", NOT_APPLICABLE,
                        "right-to-speak", NOT_APPLICABLE));
        assertThat(line(shop, "restorative-mediation").rule()).isEqualTo("mediation-told-not-enrollable");
        assertThat(line(shop, "skim-safe").rule()).isEqualTo("skim-safe-not-offered");
    }

    @Test
    void twoRentedFlat() {
        var flat = inMunicipalityA(residential())
                .with("victimSupportContacted", "NO")
                .with("tenure", "RENTED")
                .with("entrepreneur", "NO");

        expect(
                flat,
                Map.of(
                        "determine-tenure", ALREADY_COVERED,
                        "preventive-measures-by-corporation", COORDINATE,
                        "door-viewer", OFFER,
                        "door-chain", OFFER,
                        "prevention-infosheets", OFFER,
                        "pkvw-adviser-visit", OFFER,
                        "form-filling-help", OFFER,
                        "violent-crime-compensation", OFFER,
                        "municipal-emergency-fund", OFFER));
        assertThat(line(flat, "preventive-measures-by-corporation").rule()).isEqualTo("corporation-fits-for-free");
        assertThat(line(flat, "door-viewer").party()).isEqualTo(Party.HOUSING_CORPORATION);
        assertThat(line(flat, "door-chain").party()).isEqualTo(Party.HOUSING_CORPORATION);
    }

    @Test
    void threeEntrepreneurInTheirOwnHome() {
        var home = inMunicipalityB(residential())
                .with("tenure", "OWNER_OCCUPIED")
                .with("entrepreneur", "YES")
                .with("cashHandled", "YES")
                .with("hardship", "YES");

        expect(
                home,
                Map.of(
                        "bespoke-hardship-support", OFFER,
                        "preventive-measures-by-resident", INFORM,
                        "entrepreneur-enquiry", ALREADY_COVERED,
                        "camera-nine-points", OFFER,
                        "cash-handling-advice", INFORM,
                        "skim-safe", NOT_APPLICABLE,
                        "card-payment-terminal", NOT_APPLICABLE,
                        "door-viewer", NOT_APPLICABLE,
                        "door-chain", NOT_APPLICABLE,
                        "check-victim-support-contact", ENQUIRE));
    }

    /** The reason of the police is told to nobody: all that is known is that aftercare is withheld. */
    @Test
    void fourWithheld() {
        var withheld = inMunicipalityA(residential()).with("aftercareGranted", "NO");

        assertThat(NATIONAL.apply(withheld.facts())).isNotEmpty().allSatisfy(line -> {
            assertThat(line.outcome()).isEqualTo(BLOCKED);
            assertThat(line.rule()).isEqualTo("aftercare-withheld");
        });
    }

    @Test
    void fiveJewellerBeforeAndAfterTheArrest() {
        var unsolved = inMunicipalityA(commercial()).with("suspectKnown", "NO").with("solved", "NO");
        var solved = unsolved.with("suspectKnown", "YES").with("solved", "YES");

        expect(
                unsolved,
                Map.of(
                        "attend-court-hearing",
                        NOT_APPLICABLE,
                        "right-to-speak",
                        NOT_APPLICABLE,
                        "restorative-mediation",
                        BLOCKED));
        expect(
                solved,
                Map.of(
                        "attend-court-hearing",
                        COORDINATE,
                        "right-to-speak",
                        COORDINATE,
                        "restorative-mediation",
                        OFFER));
        assertThat(line(solved.with("hearingScheduled", "YES"), "right-to-speak")
                        .rule())
                .isEqualTo("right-to-speak-scheduled");
    }

    /** The suspect is released: solved no longer. */
    @Test
    void whatWasSolvedAndIsNoLongerGoesBackToNotApplicable() {
        expect(
                inMunicipalityA(commercial()).with("solved", "NO"),
                Map.of("attend-court-hearing", NOT_APPLICABLE, "right-to-speak", NOT_APPLICABLE));
    }

    @Test
    void sixDeclined() {
        var declined = inMunicipalityB(commercial()).with("willing", "NO");

        assertThat(NATIONAL.apply(declined.facts())).isNotEmpty().allSatisfy(line -> assertThat(line.rule())
                .isEqualTo("aftercare-declined"));
    }

    @Test
    void theNationalSubsidyIsJudgedOnTheDayOfTheRobberyAndNeverOfferedAfterItEnded() {
        expect(commercial().with("occurredOn", "2021-12-31"), Map.of("national-prevention-subsidy", OFFER));
        expect(commercial().with("occurredOn", "2022-01-01"), Map.of("national-prevention-subsidy", NOT_APPLICABLE));
    }

    private static void expect(Situation situation, Map<String, Outcome> outcomes) {
        outcomes.forEach((measure, outcome) ->
                assertThat(situation.outcome(measure)).as(measure).isEqualTo(outcome));
    }

    private static OfferLine line(Situation situation, String measure) {
        return NATIONAL.apply(situation.facts()).stream()
                .filter(line -> line.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static Situation inMunicipalityA(Situation situation) {
        return inMunicipalityB(situation)
                .with("municipalEmergencyFundAvailable", "YES")
                .with("doorViewerAvailable", "YES")
                .with("doorChainAvailable", "YES")
                .with("preventiveMeasuresByCorporationAvailable", "YES")
                .with("preventiveMeasuresByCorporationFree", "YES")
                .with("pkvwAdviserVisitAvailable", "YES");
    }

    private static Situation inMunicipalityB(Situation situation) {
        return situation
                .with("municipalEmergencyFundAvailable", "NO")
                .with("skimSafeAvailable", "NO")
                .with("cardPaymentTerminalAvailable", "NO")
                .with("doorViewerAvailable", "NO")
                .with("doorChainAvailable", "NO")
                .with("preventiveMeasuresByCorporationAvailable", "NO")
                .with("pkvwAdviserVisitAvailable", "NO");
    }
}
