package nl.aftercare.offers.rules;

import static org.kie.dmn.validation.DMNValidator.Validation.ANALYZE_DECISION_TABLE;
import static org.kie.dmn.validation.DMNValidator.Validation.VALIDATE_COMPILATION;
import static org.kie.dmn.validation.DMNValidator.Validation.VALIDATE_MODEL;
import static org.kie.dmn.validation.DMNValidator.Validation.VALIDATE_SCHEMA;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.DecisionTable;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.rules.TableCheck.Finding;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message.Level;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;

/** What the engine finds wrong with tables, in plain Dutch with the row that it is about. */
final class EngineCheck {
    /** So many combinations of facts are tried in one file as take some seconds. */
    static final int MOST_COMBINATIONS = 10_000;

    private static final String LONG_AGO = "1900-01-01";
    private static final String FAR_AHEAD = "2200-12-31";
    private static final Pattern GAP = Pattern.compile("Gap detected: (.*?)(?: \\(DMN id|$)", Pattern.DOTALL);
    private static final Pattern OVERLAP =
            Pattern.compile("Overlap values: (.*) for rules: \\[(\\d+), (\\d+)", Pattern.DOTALL);

    private EngineCheck() {}

    /** Whether it is DMN at all. */
    static List<Finding> schema(String dmn) {
        return findings(
                validator().validateUsing(VALIDATE_SCHEMA).theseModels(new StringReader(dmn)),
                message -> new Finding(null, null, null, "Dit is geen geldig DMN-bestand: " + message.getText()));
    }

    /** Whether a table has gaps or overlaps, or does not compile. */
    static List<Finding> tables(String dmn) {
        return findings(
                validator()
                        .validateUsing(VALIDATE_MODEL, VALIDATE_COMPILATION, ANALYZE_DECISION_TABLE)
                        .theseModels(new StringReader(dmn)),
                EngineCheck::finding);
    }

    /** Whether each measure has an outcome whatever is known. */
    static List<Finding> everyCombination(DmnTables tables, Definitions file) {
        var types = new HashMap<String, List<String>>();
        for (var type : tables.factTypes()) {
            types.put(type.name(), type.values().isEmpty() ? daysThatMatter(file) : type.values());
        }
        if (tables.measures().stream()
                        .mapToLong(table -> combinations(table, types))
                        .sum()
                > MOST_COMBINATIONS) {
            return List.of(new Finding(
                    null, null, null, "De tabellen hangen samen van te veel feiten af. Kijk naar minder feiten."));
        }
        return tables.measures().stream()
                .flatMap(table -> everyCombination(table, types).stream())
                .toList();
    }

    private static long combinations(DecisionTable table, Map<String, List<String>> types) {
        return table.facts().stream()
                .mapToLong(fact -> types.getOrDefault(fact, List.of()).size())
                .reduce(1, (all, one) -> Math.min(all * one, MOST_COMBINATIONS + 1L));
    }

    private static List<Finding> everyCombination(DecisionTable table, Map<String, List<String>> types) {
        long combinations = combinations(table, types);
        for (int number = 0; number < combinations; number++) {
            var known = combination(table.facts(), types, number);
            try {
                Outcome.valueOf(table.conclude(known).outcome());
            } catch (RuntimeException e) {
                return List.of(new Finding(table.measure(), null, null, "Er is geen uitkomst bij " + known + "."));
            }
        }
        return List.of();
    }

    private static Map<String, String> combination(List<String> facts, Map<String, List<String>> types, int number) {
        var known = new HashMap<String, String>();
        int rest = number;
        for (var fact : facts) {
            var values = types.getOrDefault(fact, List.of());
            known.put(fact, values.get(rest % values.size()));
            rest /= values.size();
        }
        return known;
    }

    /** The days that the tables name, with those around them. */
    private static List<String> daysThatMatter(Definitions file) {
        var named = TableCheck.decisions(file)
                .flatMap(decision -> rows(decision).stream())
                .flatMap(row -> row.getInputEntry().stream())
                .flatMap(cell -> Cells.days(cell.getText()).stream())
                .map(LocalDate::parse)
                .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
                .map(LocalDate::toString);
        return Stream.concat(Stream.of(LONG_AGO, FAR_AHEAD), named).distinct().toList();
    }

    private static List<Finding> findings(List<DMNMessage> messages, Function<DMNMessage, Finding> finding) {
        var found = new ArrayList<Finding>();
        messages.stream()
                // a warning means that the table could not be looked through
                .filter(message -> message.getLevel() != Level.INFO)
                .filter(message -> message.getMessageType() != DMNMessageType.DECISION_TABLE_HITPOLICY_RECOMMENDER)
                // how the tables are drawn decides nothing
                .filter(message -> !message.getMessageType().name().startsWith("DMNDI"))
                .map(finding)
                .distinct()
                .forEach(found::add);
        return found;
    }

    private static Finding finding(DMNMessage message) {
        var text = message.getText();
        var decision = enclosing(message, Decision.class);
        var table = decision == null ? null : decision.getName();
        var gap = GAP.matcher(text);
        if (gap.find()) {
            return new Finding(
                    table,
                    null,
                    null,
                    "Geen enkele rij past bij " + gap.group(1).strip() + ".");
        }
        var overlap = OVERLAP.matcher(text);
        if (overlap.find() && decision != null) {
            return overlapping(decision, overlap);
        }
        var row = enclosing(message, DecisionRule.class);
        return new Finding(
                table,
                decision == null || row == null ? null : rows(decision).indexOf(row) + 1,
                null,
                "Dit kan niet worden gelezen: " + text);
    }

    private static Finding overlapping(Decision decision, Matcher overlap) {
        int one = Integer.parseInt(overlap.group(2));
        int other = Integer.parseInt(overlap.group(3));
        var contradict = outcome(decision, one).equals(outcome(decision, other)) ? "" : " en ze spreken elkaar tegen";
        return new Finding(
                decision.getName(),
                one,
                null,
                "Rij " + one + " en rij " + other + " gelden allebei" + contradict + ", bij " + overlap.group(1) + ".");
    }

    private static String outcome(Decision decision, int row) {
        return rows(decision).get(row - 1).getOutputEntry().getFirst().getText();
    }

    private static List<DecisionRule> rows(Decision decision) {
        return decision.getExpression() instanceof org.kie.dmn.model.api.DecisionTable table
                ? table.getRule()
                : List.of();
    }

    private static <T> @Nullable T enclosing(DMNMessage message, Class<T> type) {
        Object at = message.getSourceReference();
        while (at instanceof DMNModelInstrumentedBase element && !type.isInstance(at)) {
            at = element.getParent();
        }
        return type.isInstance(at) ? type.cast(at) : null;
    }

    private static DMNValidator validator() {
        return Validator.INSTANCE;
    }

    /** Made at the first import: it takes a second, which no start should wait for. */
    private static final class Validator {
        private static final DMNValidator INSTANCE = DMNValidatorFactory.newValidator();
    }
}
