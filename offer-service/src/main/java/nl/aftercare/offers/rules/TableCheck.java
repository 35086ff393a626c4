package nl.aftercare.offers.rules;

import static org.kie.dmn.validation.DMNValidator.Validation.ANALYZE_DECISION_TABLE;
import static org.kie.dmn.validation.DMNValidator.Validation.VALIDATE_COMPILATION;
import static org.kie.dmn.validation.DMNValidator.Validation.VALIDATE_MODEL;
import static org.kie.dmn.validation.DMNValidator.Validation.VALIDATE_SCHEMA;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.FactType;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.domain.Party;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message.Level;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;

/**
 * Looks whether the tables of a region or a municipality may decide. That they are DMN, without gaps and overlaps, the engine's own
 * validator says. What is asked beyond that: only facts that the suite knows, only its outcomes, a reason and a source in every row,
 * and no expressions that could run for long or reach out of the engine.
 */
public final class TableCheck {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_ROWS = 5_000;
    private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final List<String> COLUMNS = List.of("outcome", "rule", "party", "reason", "source");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern FORBIDDEN = Pattern.compile("\\b(function|external|for|some|every)\\b");
    private static final Pattern CELL = Pattern.compile("FEEL expression '(.*?)' on decision table", Pattern.DOTALL);
    private static final Pattern NEAR = Pattern.compile("(?:syntax error near|Unknown variable) '.*?'");
    private static final Pattern GAP = Pattern.compile("Gap detected: (.*?)(?: \\(DMN id|$)", Pattern.DOTALL);
    private static final Pattern OVERLAP =
            Pattern.compile("Overlap values: (.*) for rules: \\[(\\d+), (\\d+)]", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("Rule (\\d+) ");

    private final Map<String, FactType> known;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> measureOfRule = new HashMap<>();

    private TableCheck(List<FactType> known) {
        this.known = known.stream().collect(Collectors.toMap(FactType::name, type -> type));
    }

    /**
     * One thing that is wrong.
     *
     * @param table name of the decision; null when the whole file is meant
     * @param row counted from 1; null when the whole table is meant
     * @param column as the table calls it; null when the whole row is meant
     * @param reason in plain Dutch
     */
    public record Finding(
            @Nullable String table,
            @Nullable Integer row,
            @Nullable String column,
            String reason) {

        /** Where it is, such as {@code skim-safe[2].outcome}. */
        public String place() {
            return (table == null ? "" : table)
                    + (row == null ? "" : "[" + row + "]")
                    + (column == null ? "" : "." + column);
        }
    }

    /**
     * One at a time: the engine does not promise that its validator can do more.
     *
     * @param dmn a file
     * @param known the facts that a table may ask for
     * @return all that is wrong; empty when the tables may decide
     */
    public static synchronized List<Finding> check(String dmn, List<FactType> known) {
        var check = new TableCheck(known);
        check.file(dmn);
        return List.copyOf(check.findings);
    }

    private void file(String dmn) {
        if (dmn.length() > MOST_CHARACTERS) {
            found("Het bestand is te groot: hooguit een miljoen tekens.");
        } else if (dmn.contains("<!DOCTYPE") || dmn.contains("<!ENTITY")) {
            found("Het bestand mag geen DOCTYPE of ENTITY hebben.");
        } else if (isDmn(dmn)) {
            var file = TableFile.read(dmn);
            form(file);
            // what could reach out of the engine is not even compiled
            if (findings.isEmpty()) {
                engine(dmn);
            }
        }
    }

    private boolean isDmn(String dmn) {
        var wrong = validator().validateUsing(VALIDATE_SCHEMA).theseModels(new StringReader(dmn));
        wrong.stream()
                .filter(message -> message.getMessageType() != DMNMessageType.FAILED_VALIDATION)
                .forEach(message -> found("Dit is geen geldig DMN-bestand: " + message.getText()));
        return wrong.isEmpty();
    }

    private void form(Definitions file) {
        if (!file.getImport().isEmpty()) {
            found("Het bestand mag geen ander bestand gebruiken (import).");
        }
        file.getDrgElement().forEach(element -> {
            switch (element) {
                case InputData input -> fact(file, input);
                case Decision decision -> decision(decision);
                default ->
                    found(element.getName(), "Alleen feiten (inputData) en beslissingen (decision) mogen erin staan.");
            }
        });
        long rows = measures(file).mapToLong(decision -> rows(decision).size()).sum();
        if (rows > MOST_ROWS) {
            found("Het bestand heeft te veel rijen: hooguit " + MOST_ROWS + ".");
        }
        twice(measures(file).map(Decision::getName))
                .forEach(name -> found(name, "Deze maatregel staat er twee keer in."));
    }

    private void fact(Definitions file, InputData input) {
        var name = input.getName();
        var type = known.get(name);
        if (type == null) {
            found(
                    name,
                    "Dit feit is niet bekend. Bekend zijn: "
                            + String.join(", ", known.keySet().stream().sorted().toList()) + ".");
            return;
        }
        var declared = values(file, typeOf(input));
        if (!declared.equals(new HashSet<>(type.values()))) {
            found(name, "Dit feit heeft andere waarden dan het landelijk heeft: " + type.values() + ".");
        }
    }

    private static Set<String> values(Definitions file, String type) {
        return file.getItemDefinition().stream()
                .filter(definition -> definition.getName().equals(type))
                .filter(definition -> definition.getAllowedValues() != null)
                .flatMap(definition ->
                        Stream.of(definition.getAllowedValues().getText().split(",")))
                .map(value -> value.strip().replace("\"", ""))
                .collect(Collectors.toSet());
    }

    private static String typeOf(InputData input) {
        return Optional.ofNullable(input.getVariable())
                .map(variable -> variable.getTypeRef())
                .map(type -> type.getLocalPart())
                .orElse("");
    }

    private void decision(Decision decision) {
        var type = decision.getVariable() == null || decision.getVariable().getTypeRef() == null
                ? ""
                : decision.getVariable().getTypeRef().getLocalPart();
        switch (type) {
            case DmnTables.GATE ->
                found(decision.getName(), "Deze tabel is landelijk en kan niet anders worden. Laat haar weg.");
            case DmnTables.LINE -> measure(decision);
            default -> helper(decision);
        }
    }

    private void helper(Decision decision) {
        if (!(decision.getExpression() instanceof LiteralExpression expression)) {
            found(decision.getName(), "Een hulpbeslissing moet één uitdrukking zijn.");
        } else {
            expression(decision.getName(), null, null, expression.getText());
        }
    }

    private void measure(Decision decision) {
        var name = decision.getName();
        if (!name.matches(CODE)) {
            found(name, "De code van een maatregel bestaat uit kleine letters, cijfers en streepjes.");
        }
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            found(name, "Een maatregel moet een beslistabel zijn.");
            return;
        }
        if (table.getHitPolicy() != HitPolicy.UNIQUE) {
            found(name, "De beslistabel moet hit policy UNIQUE hebben, zodat geen rij een andere verbergt.");
        }
        var columns = table.getOutput().stream().map(OutputClause::getName).toList();
        if (!columns.equals(COLUMNS)) {
            found(name, "De uitkomst moet de kolommen " + COLUMNS + " hebben, in deze volgorde.");
            return;
        }
        table.getInput()
                .forEach(input -> expression(
                        name,
                        null,
                        input.getInputExpression().getText(),
                        input.getInputExpression().getText()));
        for (int row = 1; row <= table.getRule().size(); row++) {
            row(name, table, row);
        }
    }

    private void row(String measure, DecisionTable table, int at) {
        var row = table.getRule().get(at - 1);
        if (row.getInputEntry().size() != table.getInput().size()
                || row.getOutputEntry().size() != COLUMNS.size()) {
            found(measure, at, null, "Deze rij heeft niet evenveel cellen als de tabel kolommen heeft.");
            return;
        }
        for (int i = 0; i < row.getInputEntry().size(); i++) {
            expression(measure, at, column(table, i), row.getInputEntry().get(i).getText());
        }
        for (int i = 0; i < COLUMNS.size(); i++) {
            output(measure, at, COLUMNS.get(i), row.getOutputEntry().get(i).getText());
        }
    }

    private void output(String measure, int row, String column, @Nullable String cell) {
        var text = cell == null ? "" : cell.strip();
        if (!TEXT.matcher(text).matches() || text.length() == 2) {
            found(measure, row, column, "Hier moet een tekst tussen aanhalingstekens staan.");
            return;
        }
        var value = text.substring(1, text.length() - 1);
        switch (column) {
            case "outcome" -> oneOf(Outcome.values(), value, measure, row, column);
            case "party" -> oneOf(Party.values(), value, measure, row, column);
            case "rule" -> rule(value, measure, row, column);
            default -> {
                if (value.isBlank() || value.length() > 1_000) {
                    found(measure, row, column, "Hier moet een zin staan, van hooguit 1000 tekens.");
                }
            }
        }
    }

    private void rule(String code, String measure, int row, String column) {
        if (!code.matches(CODE)) {
            found(measure, row, column, "De code van een regel bestaat uit kleine letters, cijfers en streepjes.");
        }
        var other = measureOfRule.putIfAbsent(code, measure);
        if (other != null) {
            found(measure, row, column, "De regel '" + code + "' staat er al, bij " + other + ".");
        }
    }

    private void oneOf(Enum<?>[] values, String value, String measure, int row, String column) {
        var names = Stream.of(values).map(Enum::name).toList();
        if (!names.contains(value)) {
            found(measure, row, column, "'" + value + "' kan hier niet. Kies uit " + String.join(", ", names) + ".");
        }
    }

    private void expression(String table, @Nullable Integer row, @Nullable String column, @Nullable String text) {
        var words = FORBIDDEN.matcher(TEXT.matcher(text == null ? "" : text).replaceAll("\"\""));
        if (words.find()) {
            found(table, row, column, "Het woord '" + words.group() + "' mag niet in een tabel staan.");
        }
    }

    private void engine(String dmn) {
        validator()
                .validateUsing(VALIDATE_MODEL, VALIDATE_COMPILATION, ANALYZE_DECISION_TABLE)
                .theseModels(new StringReader(dmn))
                .stream()
                // a warning means that the table could not be looked through
                .filter(message -> message.getLevel() != Level.INFO)
                .filter(message -> message.getMessageType() != DMNMessageType.DECISION_TABLE_HITPOLICY_RECOMMENDER)
                .map(TableCheck::finding)
                .distinct()
                .forEach(findings::add);
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
                decision == null ? null : row(decision, row, text),
                decision == null ? null : column(decision, row, text),
                "Dit kan de rekenmachine niet lezen: " + first(NEAR, text) + ".");
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

    private static @Nullable Integer row(Decision decision, @Nullable DecisionRule row, String text) {
        if (row != null) {
            return rows(decision).indexOf(row) + 1;
        }
        var named = ROW.matcher(text);
        return named.find() ? Integer.valueOf(named.group(1)) : null;
    }

    private static @Nullable String column(Decision decision, @Nullable DecisionRule row, String text) {
        var cell = CELL.matcher(text);
        if (!cell.find() || !(decision.getExpression() instanceof DecisionTable table)) {
            return null;
        }
        return IntStream.range(0, table.getInput().size())
                .filter(i -> cell.group(1)
                        .equals(
                                row == null
                                        ? column(table, i)
                                        : row.getInputEntry().get(i).getText()))
                .mapToObj(i -> column(table, i))
                .findFirst()
                .orElse(null);
    }

    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : text;
    }

    private static <T> @Nullable T enclosing(DMNMessage message, Class<T> type) {
        Object at = message.getSourceReference();
        while (at instanceof DMNModelInstrumentedBase element && !type.isInstance(at)) {
            at = element.getParent();
        }
        return type.isInstance(at) ? type.cast(at) : null;
    }

    private static Stream<Decision> measures(Definitions file) {
        return file.getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(decision -> decision.getExpression() instanceof DecisionTable);
    }

    private static List<DecisionRule> rows(Decision decision) {
        return decision.getExpression() instanceof DecisionTable table ? table.getRule() : List.of();
    }

    private static String column(DecisionTable table, int input) {
        return table.getInput().get(input).getInputExpression().getText();
    }

    private static Set<String> twice(Stream<String> names) {
        var seen = new HashSet<String>();
        return names.filter(name -> !seen.add(name)).collect(Collectors.toSet());
    }

    private static DMNValidator validator() {
        return Validator.INSTANCE;
    }

    private void found(String reason) {
        found(null, null, null, reason);
    }

    private void found(@Nullable String table, String reason) {
        found(table, null, null, reason);
    }

    private void found(@Nullable String table, @Nullable Integer row, @Nullable String column, String reason) {
        findings.add(new Finding(table, row, column, reason));
    }

    /** Made at the first import: it takes a second, which no start should wait for. */
    private static final class Validator {
        private static final DMNValidator INSTANCE = DMNValidatorFactory.newValidator();
    }
}
