package nl.aftercare.offers.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.FactType;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.domain.Party;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InformationItem;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.ItemDefinition;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.OutputClause;

/**
 * Looks whether the tables of a region or a municipality may decide. They are narrower than DMN: the types and facts are the national
 * ones, a cell is a value and no program ({@link Cells}), each row has a reason and a source. Only then the engine gets to see them
 * ({@link EngineCheck}), which finds gaps and overlaps; at last every combination of facts is tried.
 */
public final class TableCheck {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_DECISIONS = 200;
    private static final int MOST_COLUMNS = 8;
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_EXPRESSION = 300;
    private static final String CODE = "[a-z][a-z0-9-]*+";
    private static final List<String> COLUMNS = List.of("outcome", "rule", "party", "reason", "source");

    private final Definitions national = TableFile.read(TableFile.national());
    private final Map<String, FactType> facts;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> measureOfRule = new HashMap<>();
    /** Types by the names that a cell may use: facts and helper decisions. */
    private final Map<String, String> types = new HashMap<>();

    /** A fact of each type, by the name of the type. */
    private final Map<String, FactType> factOfType;

    private TableCheck(List<FactType> facts) {
        this.facts = facts.stream().collect(Collectors.toMap(FactType::name, Function.identity()));
        this.factOfType = facts.stream()
                .collect(Collectors.toMap(fact -> nationalType(fact.name()), Function.identity(), (one, _) -> one));
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
     * @param facts that a table may ask for
     * @return all that is wrong; empty when the tables may decide
     */
    public static synchronized List<Finding> check(String dmn, List<FactType> facts) {
        var check = new TableCheck(facts);
        check.file(dmn);
        return List.copyOf(check.findings);
    }

    private void file(String dmn) {
        if (dmn.length() > MOST_CHARACTERS) {
            found("Het bestand is te groot: hooguit een miljoen tekens.");
        } else if (dmn.contains("<!DOCTYPE") || dmn.contains("<!ENTITY")) {
            found("Het bestand mag geen DOCTYPE of ENTITY hebben.");
        } else {
            findings.addAll(EngineCheck.schema(dmn));
            if (findings.isEmpty()) {
                form(TableFile.read(dmn));
            }
            // what is no table of ours is not even compiled
            if (findings.isEmpty()) {
                findings.addAll(EngineCheck.tables(dmn));
            }
            if (findings.isEmpty()) {
                findings.addAll(EngineCheck.everyCombination(DmnTables.compile(dmn, "draft"), TableFile.read(dmn)));
            }
        }
    }

    private void form(Definitions file) {
        if (!file.getImport().isEmpty() || file.getDrgElement().size() > MOST_DECISIONS) {
            found("Alleen feiten (inputData) en beslissingen (decision) mogen erin staan, hooguit " + MOST_DECISIONS
                    + ".");
            return;
        }
        file.getItemDefinition().forEach(this::type);
        file.getDrgElement().forEach(this::named);
        twice(file.getDrgElement().stream().map(DRGElement::getName))
                .forEach(name -> found(name, "Deze naam staat er twee keer in."));
        if (file.getDrgElement().stream().anyMatch(element -> element.getId() == null)) {
            found("Elk feit en elke beslissing moet een id hebben.");
        }
        if (tables(file).mapToLong(this::combinations).sum() > EngineCheck.MOST_COMBINATIONS) {
            found("De tabellen hangen samen van te veel feiten af. Kijk naar minder feiten.");
        }
        if (tables(file).mapToLong(table -> table.getRule().size()).sum() > MOST_ROWS) {
            found("Het bestand heeft te veel rijen: hooguit " + MOST_ROWS + ".");
        }
        if (findings.isEmpty()) {
            decisions(file).forEach(this::decision);
        }
    }

    /** As far as the columns say; what helpers look at is counted afterwards. */
    private long combinations(DecisionTable table) {
        return table.getInput().stream()
                .mapToLong(input -> Math.max(
                        1, valuesOf(types.getOrDefault(column(input), "")).size()))
                .reduce(1, (all, one) -> Math.min(all * one, EngineCheck.MOST_COMBINATIONS + 1L));
    }

    /** The types are those of the national file, so that a table cannot loosen what the engine proves. */
    private void type(ItemDefinition type) {
        var known = national.getItemDefinition().stream()
                .filter(one -> one.getName().equals(type.getName()))
                .findFirst();
        if (known.filter(one -> describe(one).equals(describe(type))).isEmpty()) {
            found(type.getName(), "Dit type is anders dan in het landelijke bestand. Neem het daaruit over.");
        }
    }

    private static String describe(ItemDefinition type) {
        var values = type.getAllowedValues() == null
                ? ""
                : Stream.of(type.getAllowedValues().getText().split(","))
                        .map(String::strip)
                        .sorted()
                        .collect(Collectors.joining(","));
        var parts = type.getItemComponent().stream()
                .map(part -> part.getName() + ":" + describe(part))
                .collect(Collectors.joining(";"));
        return String.join(
                "|",
                type.getTypeRef() == null ? "" : type.getTypeRef().getLocalPart(),
                values,
                parts,
                Boolean.toString(type.isIsCollection()),
                Boolean.toString(type.getTypeConstraint() == null && type.getFunctionItem() == null));
    }

    private void named(DRGElement element) {
        switch (element) {
            case InputData input -> fact(input);
            case Decision decision -> types.put(decision.getName(), typeOf(decision.getVariable()));
            default ->
                found(element.getName(), "Alleen feiten (inputData) en beslissingen (decision) mogen erin staan.");
        }
    }

    private void fact(InputData input) {
        var name = input.getName();
        if (!facts.containsKey(name)) {
            found(
                    name,
                    "Dit feit is niet bekend. Bekend zijn: "
                            + String.join(", ", facts.keySet().stream().sorted().toList()) + ".");
            return;
        }
        var type = typeOf(input.getVariable());
        if (!type.equals(nationalType(name))) {
            found(name, "Dit feit heeft een ander type dan in het landelijke bestand: " + nationalType(name) + ".");
        }
        types.put(name, type);
    }

    private String nationalType(String fact) {
        return national.getDrgElement().stream()
                .filter(InputData.class::isInstance)
                .map(InputData.class::cast)
                .filter(input -> input.getName().equals(fact))
                .map(input -> typeOf(input.getVariable()))
                .findFirst()
                .orElseThrow();
    }

    private static String typeOf(@Nullable InformationItem variable) {
        return variable == null || variable.getTypeRef() == null
                ? ""
                : variable.getTypeRef().getLocalPart();
    }

    private void decision(Decision decision) {
        if (!decision.getKnowledgeRequirement().isEmpty()
                || !decision.getAuthorityRequirement().isEmpty()) {
            found(decision.getName(), "Een beslissing kijkt alleen naar feiten en hulpbeslissingen.");
        }
        switch (typeOf(decision.getVariable())) {
            case DmnTables.GATE ->
                found(decision.getName(), "Deze tabel is landelijk en kan niet anders worden. Laat haar weg.");
            case DmnTables.LINE -> measure(decision);
            default -> helper(decision);
        }
    }

    private void helper(Decision decision) {
        if (!(decision.getExpression() instanceof LiteralExpression expression)
                || expression.getText() == null
                || expression.getText().length() > LONGEST_EXPRESSION
                || !Cells.isChoice(expression.getText(), facts.keySet())) {
            found(
                    decision.getName(),
                    "Een hulpbeslissing kiest tussen feiten, met alleen if, then, else, and, or, = en !=.");
        }
        if (valuesOf(typeOf(decision.getVariable())).isEmpty()) {
            found(decision.getName(), "Een hulpbeslissing moet het type van een feit hebben, zoals tFact.");
        }
        // a helper that needed another one could go round in circles
        if (decision.getInformationRequirement().stream().anyMatch(one -> one.getRequiredDecision() != null)) {
            found(decision.getName(), "Een hulpbeslissing kijkt alleen naar feiten.");
        }
    }

    private List<String> valuesOf(String type) {
        return Optional.ofNullable(factOfType.get(type)).map(FactType::values).orElse(List.of());
    }

    private void measure(Decision decision) {
        var name = decision.getName();
        if (!name.matches(CODE) || name.length() > LONGEST_CODE) {
            found(name, "De code van een maatregel bestaat uit hooguit 60 kleine letters, cijfers en streepjes.");
        }
        if (Objects.requireNonNullElse(decision.getLabel(), name).length() > LONGEST_LABEL) {
            found(name, "De naam van een maatregel is hooguit 100 tekens lang.");
        }
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            found(name, "Een maatregel moet een beslistabel zijn.");
            return;
        }
        if (table.getHitPolicy() != HitPolicy.UNIQUE || table.getAggregation() != null) {
            found(name, "De beslistabel moet hit policy UNIQUE hebben, zodat geen rij een andere verbergt.");
        }
        if (!hasOurColumns(table)) {
            found(
                    name,
                    "De uitkomst moet de kolommen " + COLUMNS + " hebben, in deze volgorde en zonder vaste waarden.");
            return;
        }
        if (table.getInput().isEmpty() || table.getInput().size() > MOST_COLUMNS) {
            found(name, "Een tabel kijkt naar één tot en met " + MOST_COLUMNS + " feiten.");
            return;
        }
        table.getInput().forEach(input -> input(name, input));
        for (int row = 1; row <= table.getRule().size(); row++) {
            row(name, table, row);
        }
    }

    private static boolean hasOurColumns(DecisionTable table) {
        return table.getOutput().stream().map(OutputClause::getName).toList().equals(COLUMNS)
                && table.getOutput().stream()
                        .allMatch(output -> output.getOutputValues() == null && output.getDefaultOutputEntry() == null);
    }

    private void input(String measure, InputClause input) {
        var expression = input.getInputExpression();
        var name = column(input);
        var type = types.get(name);
        if (type == null || !factOfType.containsKey(type)) {
            found(measure, null, name, "Een kolom heeft de naam van een feit of een hulpbeslissing.");
        } else if (input.getInputValues() != null
                || expression.getTypeRef() != null
                        && !expression.getTypeRef().getLocalPart().equals(type)) {
            found(measure, null, name, "Een kolom heeft het type van het feit, en geen eigen lijst met waarden.");
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
            condition(measure, at, column(table.getInput().get(i)), text(row, i));
        }
        for (int i = 0; i < COLUMNS.size(); i++) {
            output(measure, at, COLUMNS.get(i), row.getOutputEntry().get(i).getText());
        }
    }

    private void condition(String measure, int row, String column, String cell) {
        var type = factOfType.get(types.getOrDefault(column, ""));
        if (type != null && !Cells.isCondition(cell, type)) {
            var values = type.values();
            found(
                    measure,
                    row,
                    column,
                    values.isEmpty()
                            ? "Deze cel is niet te lezen. Schrijf een dag als date(\"2026-01-31\"), een periode als [date(\"2026-01-01\")..date(\"2026-12-31\")], of -."
                            : "Deze cel is niet te lezen. Schrijf een of meer van "
                                    + values.stream()
                                            .map(value -> "\"" + value + "\"")
                                            .collect(Collectors.joining(", "))
                                    + ", of -.");
        }
    }

    private void output(String measure, int row, String column, @Nullable String cell) {
        var value = Cells.output(cell == null ? "" : cell);
        if (value.isBlank()) {
            found(measure, row, column, "Hier moet een tekst tussen aanhalingstekens staan, zonder \" of \\ erin.");
            return;
        }
        switch (column) {
            case "outcome" -> oneOf(Outcome.values(), value, measure, row, column);
            case "party" -> oneOf(Party.values(), value, measure, row, column);
            case "rule" -> rule(value, measure, row, column);
            default -> {
                if (value.length() > LONGEST_TEXT) {
                    found(measure, row, column, "Deze tekst is te lang: hooguit 1000 tekens.");
                }
            }
        }
    }

    private void rule(String code, String measure, int row, String column) {
        if (!code.matches(CODE) || code.length() > LONGEST_CODE) {
            found(
                    measure,
                    row,
                    column,
                    "De code van een regel bestaat uit hooguit 60 kleine letters, cijfers en streepjes.");
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

    static Stream<Decision> decisions(Definitions file) {
        return file.getDrgElement().stream().filter(Decision.class::isInstance).map(Decision.class::cast);
    }

    /** What a column asks for. */
    static String column(InputClause input) {
        return Optional.ofNullable(input.getInputExpression())
                .map(LiteralExpression::getText)
                .map(String::strip)
                .orElse("");
    }

    private static Stream<DecisionTable> tables(Definitions file) {
        return decisions(file)
                .map(Decision::getExpression)
                .filter(DecisionTable.class::isInstance)
                .map(DecisionTable.class::cast);
    }

    private static String text(DecisionRule row, int input) {
        return Objects.requireNonNullElse(row.getInputEntry().get(input).getText(), "");
    }

    private static Set<String> twice(Stream<String> names) {
        var seen = new HashSet<String>();
        return names.filter(name -> !seen.add(name)).collect(Collectors.toSet());
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
}
