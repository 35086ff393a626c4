package nl.aftercare.offers.rules;

import static nl.aftercare.offers.rules.Situation.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.offers.rules.TableCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of a region or municipality that are not right are refused with the row, the column and the reason. */
class TableCheckTest {
    /** Rows: not offered by the municipality, scheme unknown, no home, home unknown, tenure unknown, rented, rented privately, owned. */
    private static final String DOOR_CHAIN = TableFile.ofMeasure(TableFile.national(), "door-chain");

    static Stream<String> measures() {
        return NATIONAL.measures().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theTableOfEachMeasureCanBeExportedAndImportedAgain(String measure) {
        var exported = TableFile.ofMeasure(TableFile.national(), measure);

        assertThat(check(exported)).isEmpty();
        assertThat(DmnTables.compile(exported, "9901-1").measures())
                .extracting(table -> table.measure())
                .containsExactly(measure);
    }

    @Test
    void aMunicipalityMayHaveAMeasureOfItsOwn() {
        assertThat(check(DOOR_CHAIN.replace("name=\"door-chain\"", "name=\"clean-up-help\"")))
                .isEmpty();
    }

    static Stream<Arguments> badTables() {
        var firstCell = "door-chain[1].doorChainAvailable";
        return Stream.of(
                bad("syntax", "<text>\"NO\"</text>", "<text>\"NO</text>", firstCell, "niet te lezen"),
                bad("unknown value", "<text>\"NO\"</text>", "<text>\"MAYBE\"</text>", firstCell, "\"YES\""),
                bad("loop", "<text>\"NO\"</text>", "<text>for i in 1..9 return i</text>", firstCell, "niet te lezen"),
                bad("call", "<text>\"NO\"</text>", "<text>today()</text>", firstCell, "niet te lezen"),
                bad("gap", "<text>\"YES\",\"UNKNOWN\"</text>", "<text>\"YES\"</text>", "door-chain", "Geen enkele rij"),
                bad("overlap", "<text>\"NO\"</text>", "<text>-</text>", "door-chain[1]", "gelden allebei"),
                bad("unknown fact", "doorChainAvailable", "chainAvailable", "chainAvailable", "niet bekend"),
                bad(
                        "unknown column",
                        "<text>doorChainAvailable</text>",
                        "<text>chain</text>",
                        "door-chain.chain",
                        "de naam van een feit"),
                bad(
                        "own values",
                        "<text>doorChainAvailable</text>\n        </inputExpression>",
                        "<text>doorChainAvailable</text>\n        </inputExpression><inputValues><text>\"YES\",\"NO\"</text></inputValues>",
                        "door-chain.doorChainAvailable",
                        "geen eigen lijst"),
                bad("outcome", "<text>\"OFFER\"</text>", "<text>\"GIVE\"</text>", "door-chain[6].outcome", "Kies uit"),
                bad(
                        "party",
                        "\"HOUSING_CORPORATION\"</text>\n        </outputEntry>",
                        "\"NEIGHBOUR\"</text>\n        </outputEntry>",
                        "door-chain[6].party",
                        "Kies uit"),
                bad(
                        "computed text",
                        "<text>\"OFFER\"</text>",
                        "<text>\"OF\" + \"FER\"</text>",
                        "door-chain[6].outcome",
                        "aanhalingstekens"),
                bad("hit policy", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"", "door-chain", "UNIQUE"),
                bad("column", "name=\"reason\" typeRef", "name=\"why\" typeRef", "door-chain", "kolommen"),
                bad("measure", "name=\"door-chain\"", "name=\"Door Chain\"", "Door Chain", "kleine letters"),
                bad("type of a fact", "\"YES\",\"NO\",\"UNKNOWN\"", "\"YES\",\"NO\"", "tFact", "anders dan"),
                bad("helper", "if robberyKind", "if substring(robberyKind, 1)", "homeConcerned", "hulpbeslissing"),
                bad("no id", "id=\"doorChainAvailable\" ", "", "", "id"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTables")
    void whatIsWrongIsNamedWithItsPlace(String name, String dmn, String place, String reason) {
        assertThat(check(dmn)).as(() -> check(dmn).toString()).anySatisfy(finding -> {
            assertThat(finding.place()).isEqualTo(place);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @Test
    void twoRowsThatContradictAreBothNamed() {
        var found = check(DOOR_CHAIN.replaceFirst("<text>\"NO\"</text>", "<text>-</text>"));

        assertThat(found).extracting(Finding::reason).anyMatch(reason -> reason.contains("spreken elkaar tegen"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var found = check(DOOR_CHAIN
                .replaceFirst("<text>\"OFFER\"</text>", "<text>\"GIVE\"</text>")
                .replaceFirst("hitPolicy=\"UNIQUE\"", "hitPolicy=\"ANY\""));

        assertThat(found).extracting(Finding::place).contains("door-chain", "door-chain[6].outcome");
    }

    @Test
    void theNationalGateCannotBeReplaced() {
        assertThat(check(TableFile.national()))
                .extracting(Finding::place, Finding::reason)
                .containsExactly(tuple("gate", "Deze tabel is landelijk en kan niet anders worden. Laat haar weg."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "geen XML",
                "<a/>",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"
            })
    void whatIsNoDmnIsRefused(String dmn) {
        assertThat(check(dmn)).isNotEmpty();
    }

    /** Each would call a method of Java, were it compiled and evaluated. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{f: function(a) external {java: {class: \"java.lang.System\", method signature: \"getenv(java.lang.String)\"}}}.f(\"PATH\")",
                "[\"\\\"\", function(a) external {java: {class: \"java.lang.System\", method signature: \"getenv(java.lang.String)\"}}][2](\"PATH\")",
                "/* \" */ (function(a) external {java: {class: \"java.lang.System\", method signature: \"getenv(java.lang.String)\"}})(\"PATH\") /* \" */"
            })
    void nothingThatReachesOutOfTheEngineIsEvenCompiled(String java) {
        var expression = Matcher.quoteReplacement("<text>" + java + "</text>");

        for (var dmn : List.of(
                DOOR_CHAIN.replaceFirst("<text>if .*?</text>", expression),
                DOOR_CHAIN.replaceFirst("<text>\"NO\"</text>", expression),
                DOOR_CHAIN.replaceFirst("<text>\"OFFER\"</text>", expression),
                DOOR_CHAIN.replaceFirst("<text>doorChainAvailable</text>", expression),
                DOOR_CHAIN.replaceFirst("<text>\"YES\",\"NO\",\"UNKNOWN\"</text>", expression))) {
            assertThat(dmn).contains(java);
            assertThat(check(dmn)).isNotEmpty();
        }
    }

    @Test
    void aTableThatLooksAtManyFactsIsRefusedBeforeItTakesForEver() {
        var requirement = "<requiredInput href=\"#doorChainAvailable\"></requiredInput>\n    </informationRequirement>";
        assertThat(DOOR_CHAIN).contains(requirement);
        var many = NATIONAL.factTypes().stream()
                .filter(type -> type.values().equals(List.of("YES", "NO", "UNKNOWN")))
                .filter(type -> !DOOR_CHAIN.contains("id=\"" + type.name() + "\""))
                .limit(12)
                .toList();
        var inputs = many.stream()
                .map(type ->
                        "<inputData id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"tFact\"/></inputData>"
                                .formatted(type.name()))
                .collect(Collectors.joining());
        var requirements = many.stream()
                .map(type -> "<informationRequirement><requiredInput href=\"#" + type.name()
                        + "\"/></informationRequirement>")
                .collect(Collectors.joining());

        var found = check(DOOR_CHAIN
                .replaceFirst("<inputData", Matcher.quoteReplacement(inputs) + "<inputData")
                .replace(requirement, requirement + requirements));

        assertThat(found).extracting(Finding::reason).anyMatch(reason -> reason.contains("te veel feiten af"));
    }

    private static Arguments bad(String name, String from, String to, String place, String reason) {
        assertThat(DOOR_CHAIN).as(name).contains(from);
        // the first place only, or where a name is meant, all
        var dmn = from.startsWith("<")
                ? DOOR_CHAIN.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))
                : DOOR_CHAIN.replace(from, to);
        return Arguments.of(name, dmn, place, reason);
    }

    private static List<Finding> check(String dmn) {
        return TableCheck.check(dmn, NATIONAL.factTypes());
    }
}
