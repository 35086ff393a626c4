package nl.aftercare.offers.rules;

import static nl.aftercare.offers.rules.Situation.NATIONAL;
import static nl.aftercare.offers.rules.Situation.commercial;
import static nl.aftercare.offers.rules.Situation.residential;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.domain.RuleBook.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bullet of the seed page about the offer is a rule, and a scenario shows it both ways. */
class SeedCoverageTest {
    /** The general part of the page, from which rules come that hold for both kinds. */
    private static final String GENERAL = """
            Wanneer de eerste twee stappen zijn doorlopen kan de nazorg beginnen. Het slachtoffer of de buurt krijgt, na de overval, \
            een mix van verschillende initiatieven aangeboden door de gemeentelijke coördinator. Het kan hierbij gaan om landelijke, \
            regionale of lokale initiatieven. Het slachtoffer wordt tijdens de aangifte van de overval bij de politie gewezen op de \
            diensten van Slachtofferhulp Nederland. Voordat de gemeente contact opneemt met het slachtoffer, gaat u na of er al contact \
            is geweest tussen het slachtoffer en Slachtofferhulp. Of, in geval van een bedrijfsoverval, met de brancheorganisatie. Op \
            basis hiervan kun je het aanbod aan het slachtoffer aanpassen. Slachtofferhulp Nederland kan, voorafgaand aan het (eerste) \
            bezoek, adviseren over de inhoud van het aanstaande bezoek. Wil je tijdens het bezoek aan het slachtoffer de hulpvraag \
            verdiepen en een gericht aanbod leveren, dan kun je gebruik maken van de regelingen en maatregelen die vermeld staan in de \
            HIC-preventiewijzer.""";

    private static final String MEDIATION =
            "Als het slachtoffer baat denkt te hebben bij een gesprek met de dader, dan kan de organisatie Perspectief herstelbemiddeling daarbij bemiddelen. Zij organiseren en begeleiden contact tussen slachtoffers en daders.";
    private static final String FUND =
            "Wijs het slachtoffer op de mogelijkheden die het schadefonds geweldsmisdrijven kan bieden.";
    private static final String EMERGENCY =
            "Bestaat er een gemeentelijk noodfonds voor financiële hulp om (preventieve) maatregelen te nemen na een overval? Zo ja, wijs de slachtoffers hier op. Zo nee, bekijk of schrijnende gevallen (financiële) hulp op maat kunnen krijgen.";
    private static final String COURT =
            "Bij een opgeloste overval kan het slachtoffer de zitting bezoeken en gebruik maken van het spreekrecht. De gemeentelijke coördinator stemt dit af met het Openbaar Ministerie.";

    /** A measure in a situation, with the outcome that the bullet asks for. */
    private record Scenario(String measure, Situation situation, Outcome outcome) {}

    /** @param scenarios the bullet applies in one at least, and does not in another one */
    private record Bullet(String code, String text, List<Scenario> scenarios) {
        @Override
        public String toString() {
            return code;
        }
    }

    static Stream<Bullet> bullets() {
        return Stream.concat(commercialBullets(), residentialBullets());
    }

    private static Stream<Bullet> commercialBullets() {
        return Stream.of(
                bullet(
                        "C1",
                        MEDIATION,
                        in("restorative-mediation", commercial().with("suspectKnown", "YES"), Outcome.OFFER),
                        in("restorative-mediation", commercial().with("suspectKnown", "NO"), Outcome.BLOCKED),
                        in(
                                "restorative-mediation",
                                commercial().with("suspectKnown", "YES").with("talkWithOffender", "NO"),
                                Outcome.NOT_APPLICABLE)),
                bullet(
                        "C2",
                        FUND,
                        in("violent-crime-compensation", commercial(), Outcome.OFFER),
                        in(
                                "violent-crime-compensation",
                                commercial().with("victimSupportContacted", "YES"),
                                Outcome.ALREADY_COVERED)),
                bullet("C3", EMERGENCY, emergency(commercial())),
                bullet(
                        "C4",
                        "Wijs het slachtoffer op de 9 punten van excellent cameratoezicht.",
                        in("camera-nine-points", commercial(), Outcome.OFFER),
                        in("camera-nine-points", residential().with("entrepreneur", "NO"), Outcome.NOT_APPLICABLE)),
                bullet(
                        "C5",
                        "Biedt als verdere impuls eventueel een afroomkluis en/of pinautomaat aan.",
                        in("skim-safe", cashBusiness().with("skimSafeAvailable", "YES"), Outcome.OFFER),
                        in("skim-safe", cashBusiness().with("skimSafeAvailable", "NO"), Outcome.NOT_APPLICABLE),
                        in(
                                "card-payment-terminal",
                                cashBusiness().with("cardPaymentTerminalAvailable", "YES"),
                                Outcome.OFFER),
                        in(
                                "card-payment-terminal",
                                commercial().with("cashHandled", "NO").with("cardPaymentTerminalAvailable", "YES"),
                                Outcome.NOT_APPLICABLE)),
                bullet(
                        "C6",
                        "Vraag bij slachtoffers van een bedrijfsoverval ook naar de beveiliging thuis.",
                        in("home-security-enquiry", commercial(), Outcome.ENQUIRE),
                        in("home-security-enquiry", commercial().with("homeInsecure", "NO"), Outcome.ALREADY_COVERED),
                        in("home-security-enquiry", residential(), Outcome.NOT_APPLICABLE)),
                bullet("C7", COURT, court(commercial())));
    }

    private static Stream<Bullet> residentialBullets() {
        return Stream.of(
                bullet(
                        "R1",
                        "Stel vast of het een huur- of koopwoning betreft. In het eerste geval heeft de woningcorporatie een belangrijke taak.",
                        in("determine-tenure", residential(), Outcome.ENQUIRE),
                        in("determine-tenure", rented(), Outcome.ALREADY_COVERED)),
                bullet(
                        "R2",
                        "Biedt hulp bij het aanvragen/invullen van formuleren.",
                        in("form-filling-help", residential(), Outcome.OFFER),
                        in("form-filling-help", residential().with("helpWithForms", "NO"), Outcome.NOT_APPLICABLE)),
                bullet(
                        "R3",
                        MEDIATION,
                        in("restorative-mediation", residential().with("suspectKnown", "YES"), Outcome.OFFER),
                        in("restorative-mediation", residential().with("suspectKnown", "NO"), Outcome.BLOCKED)),
                bullet(
                        "R4",
                        FUND,
                        in("violent-crime-compensation", residential(), Outcome.OFFER),
                        in(
                                "violent-crime-compensation",
                                residential().with("victimSupportContacted", "YES"),
                                Outcome.ALREADY_COVERED)),
                bullet("R5", EMERGENCY, emergency(residential())),
                bullet(
                        "R6",
                        "Van de bewoners wordt verwacht dat ze bijdragen aan het voorkomen van herhaald slachtofferschap door eventuele aanbevelingen over te nemen en preventieve maatregelen te (laten) aanbrengen. Indien het een huurwoning betreft dan monteert de woningcorporatie (gratis) de preventieve maatregelen.",
                        in("preventive-measures-by-resident", owned(), Outcome.INFORM),
                        in("preventive-measures-by-resident", residential(), Outcome.ENQUIRE),
                        in(
                                "preventive-measures-by-corporation",
                                rented().with("preventiveMeasuresByCorporationAvailable", "YES"),
                                Outcome.COORDINATE),
                        in(
                                "preventive-measures-by-corporation",
                                rented().with("preventiveMeasuresByCorporationAvailable", "NO"),
                                Outcome.BLOCKED),
                        in("preventive-measures-by-corporation", owned(), Outcome.NOT_APPLICABLE)),
                bullet(
                        "R7",
                        "Biedt als verdere impuls een deurspion en/of kierstandhouder aan en geef informatie over goed gebruik. Ook kan (hulp) bij montage worden aangeboden. Maak voor huurwoningen afspraken met de woningcorporatie.",
                        in("door-viewer", rented().with("doorViewerAvailable", "YES"), Outcome.OFFER),
                        in("door-viewer", rented().with("doorViewerAvailable", "NO"), Outcome.NOT_APPLICABLE),
                        in("door-chain", owned().with("doorChainAvailable", "YES"), Outcome.OFFER),
                        in("door-chain", owned().with("doorChainAvailable", "NO"), Outcome.NOT_APPLICABLE)),
                bullet(
                        "R8",
                        "Gebruik waar mogelijk informatie uit de infosheets van het Stappenplan voorlichtingsbijeenkomst organiseren van het CCV (preventietips, informatie overvallen, RAAK). Ook kan een PKVW-adviseur worden ingezet om het slachtoffer te adviseren bij de beveiliging van de woning.",
                        in("prevention-infosheets", residential(), Outcome.OFFER),
                        in("prevention-infosheets", commercial().with("homeInsecure", "NO"), Outcome.NOT_APPLICABLE),
                        in("pkvw-adviser-visit", residential().with("pkvwAdviserVisitAvailable", "YES"), Outcome.OFFER),
                        in(
                                "pkvw-adviser-visit",
                                residential().with("pkvwAdviserVisitAvailable", "NO"),
                                Outcome.NOT_APPLICABLE)),
                bullet("R9", COURT, court(residential())),
                bullet(
                        "R10",
                        "Aan slachtoffers van woningovervallen wordt ook gevraagd of ze ondernemer zijn. De kans is dan groot dat er dan een relatie bestaat tussen de opbrengst uit de onderneming en de overval in de woning.",
                        in("entrepreneur-enquiry", residential(), Outcome.ENQUIRE),
                        in("entrepreneur-enquiry", residential().with("entrepreneur", "YES"), Outcome.ALREADY_COVERED),
                        in("cash-handling-advice", residential().with("entrepreneur", "YES"), Outcome.INFORM),
                        in("cash-handling-advice", residential().with("entrepreneur", "NO"), Outcome.NOT_APPLICABLE)));
    }

    @Test
    void thePageHasSevenCommercialAndTenResidentialBullets() {
        assertThat(commercialBullets()).hasSize(7);
        assertThat(residentialBullets()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("bullets")
    void everyBulletIsARuleThatNamesIt(Bullet bullet) {
        for (var measure :
                bullet.scenarios().stream().map(Scenario::measure).distinct().toList()) {
            var sources = bullet.scenarios().stream()
                    .filter(scenario -> scenario.measure().equals(measure))
                    .map(scenario -> explain(scenario).source())
                    .collect(Collectors.toSet());
            assertThat(sources).as(measure).anyMatch(source -> bullet.text().contains(source));
        }
    }

    @ParameterizedTest
    @MethodSource("bullets")
    void everyBulletIsShownBothWays(Bullet bullet) {
        for (var scenario : bullet.scenarios()) {
            assertThat(explain(scenario).line().outcome())
                    .as(scenario.toString())
                    .isEqualTo(scenario.outcome());
        }
        bullet.scenarios().stream()
                .collect(Collectors.groupingBy(Scenario::measure))
                .forEach((measure, scenarios) -> assertThat(
                                scenarios.stream().map(Scenario::outcome).distinct())
                        .as(measure)
                        .hasSizeGreaterThan(1));
    }

    @Test
    void everyRowOfTheTablesNamesASentenceOfThePage() throws Exception {
        var page = GENERAL + bullets().map(Bullet::text).collect(Collectors.joining(" ", " ", ""));

        assertThat(sourcesOfAllRows()).isNotEmpty().allSatisfy(source -> assertThat(page)
                .contains(source));
    }

    private static Set<String> sourcesOfAllRows() throws Exception {
        var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        var file = factory.newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new java.io.StringReader(TableFile.national())));
        var entries = file.getElementsByTagName("outputEntry");
        return java.util.stream.IntStream.range(0, entries.getLength())
                .mapToObj(entries::item)
                .filter(entry ->
                        entry.getAttributes().getNamedItem("id").getNodeValue().endsWith("-source"))
                .map(entry -> entry.getTextContent().strip().replace("\"", ""))
                .collect(Collectors.toSet());
    }

    private static Explanation explain(Scenario scenario) {
        return NATIONAL.explain(scenario.situation().facts()).stream()
                .filter(one -> one.line().measure().equals(scenario.measure()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule for " + scenario.measure()));
    }

    private static Scenario[] emergency(Situation situation) {
        var none = situation.with("municipalEmergencyFundAvailable", "NO");
        var fund = situation.with("municipalEmergencyFundAvailable", "YES");
        return new Scenario[] {
            in("municipal-emergency-fund", fund, Outcome.OFFER),
            in("municipal-emergency-fund", none, Outcome.NOT_APPLICABLE),
            in("municipal-emergency-fund", situation, Outcome.ENQUIRE),
            in("bespoke-hardship-support", none.with("hardship", "YES"), Outcome.OFFER),
            in("bespoke-hardship-support", fund.with("hardship", "YES"), Outcome.NOT_APPLICABLE),
            in("bespoke-hardship-support", none.with("hardship", "NO"), Outcome.NOT_APPLICABLE),
            in("bespoke-hardship-support", none, Outcome.ENQUIRE)
        };
    }

    private static Scenario[] court(Situation situation) {
        return new Scenario[] {
            in("attend-court-hearing", situation.with("solved", "YES"), Outcome.COORDINATE),
            in("attend-court-hearing", situation.with("solved", "NO"), Outcome.NOT_APPLICABLE),
            in("right-to-speak", situation.with("solved", "YES"), Outcome.COORDINATE),
            in("right-to-speak", situation.with("solved", "NO"), Outcome.NOT_APPLICABLE),
            in("right-to-speak", situation, Outcome.ENQUIRE)
        };
    }

    private static Situation cashBusiness() {
        return commercial().with("cashHandled", "YES");
    }

    private static Situation rented() {
        return residential().with("tenure", "RENTED");
    }

    private static Situation owned() {
        return residential().with("tenure", "OWNER_OCCUPIED");
    }

    private static Scenario in(String measure, Situation situation, Outcome outcome) {
        return new Scenario(measure, situation, outcome);
    }

    private static Bullet bullet(String code, String text, Scenario... scenarios) {
        return new Bullet(code, text, List.of(scenarios));
    }
}
