package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.DecisionTable.Conclusion;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force for a municipality: a table per measure, and a gate before all of them. What the engine does not say, it says
 * here: one outcome per measure, what to find out, and what would have to be otherwise for another outcome.
 */
public final class RuleBook {
    /** The area of the national tables. */
    public static final String NATIONAL = "NL";

    private final String version;
    private final DecisionTable gate;
    private final Map<String, DecisionTable> tables;
    private final Map<String, FactType> factTypes;
    private final Map<String, String> areas;

    /**
     * The tables that hold for the whole country.
     *
     * @param version of all tables together
     * @param gate whether there may be an offer at all
     * @param tables in the order in which a coordinator reads them
     */
    public RuleBook(String version, DecisionTable gate, List<DecisionTable> tables, List<FactType> factTypes) {
        this(
                version,
                gate,
                byMeasure(tables),
                factTypes.stream().collect(Collectors.toMap(FactType::name, type -> type)),
                Map.of());
    }

    private RuleBook(
            String version,
            DecisionTable gate,
            Map<String, DecisionTable> tables,
            Map<String, FactType> factTypes,
            Map<String, String> areas) {
        this.version = version;
        this.gate = gate;
        this.tables = tables;
        this.factTypes = factTypes;
        this.areas = areas;
    }

    /**
     * These rules with the tables of a region or municipality: those of a measure that is there already come in its place, the others
     * after it. The gate stays.
     *
     * @param localVersion such as {@code 9901-2}
     */
    public RuleBook with(String area, String localVersion, List<DecisionTable> local) {
        var allTables = new LinkedHashMap<>(tables);
        allTables.putAll(byMeasure(local));
        var allAreas = new HashMap<>(areas);
        local.forEach(table -> allAreas.put(table.measure(), area));
        return new RuleBook(version + "+" + localVersion, gate, allTables, factTypes, allAreas);
    }

    /**
     * A line with all that can be asked about it.
     *
     * @param label the measure in Dutch
     * @param area whose table decided: {@value #NATIONAL}, a region or a municipality
     * @param change the smallest one that would give another outcome; null when no fact would
     */
    public record Explanation(
            OfferLine line,
            String label,
            String area,
            String reason,
            String source,
            @Nullable Change change) {}

    /**
     * What would have to be otherwise, and what would come of it.
     *
     * @param facts by name, as they would have to be
     */
    public record Change(Map<String, String> facts, Outcome outcome) {}

    /** A fact that nobody knows yet, with what each answer would change. */
    public record Question(String fact, String question, List<Answer> answers) {}

    /** @param outcomes of the measures that would get another one, by code */
    public record Answer(String value, Map<String, Outcome> outcomes) {}

    public String version() {
        return version;
    }

    /** All measures with their Dutch names, in the order in which a coordinator reads them. */
    public Map<String, String> measures() {
        var labels = new LinkedHashMap<String, String>();
        tables.values().forEach(table -> labels.put(table.measure(), table.label()));
        return labels;
    }

    /** Whose table decides about a measure: {@value #NATIONAL}, a region or a municipality. */
    public String areaOf(String measure) {
        return areas.getOrDefault(measure, NATIONAL);
    }

    /** All facts that a table may ask for. */
    public List<FactType> factTypes() {
        return List.copyOf(factTypes.values());
    }

    /** The facts that a measure depends on, with their questions. */
    public List<FactType> factsOf(String measure) {
        return types(table(measure)).toList();
    }

    /** A line for every measure, none left out. */
    public List<OfferLine> apply(Facts facts) {
        return apply(facts, Map.of());
    }

    /**
     * The same, with what was agreed as it was agreed: also a measure that these rules do not know. Only the gate comes before it.
     *
     * @param agreed by measure
     */
    public List<OfferLine> apply(Facts facts, Map<String, OfferLine> agreed) {
        var known = facts.byName();
        boolean isOpen = gate.conclude(known).isOpen();
        var lines = tables.values().stream().map(table -> {
            var kept = isOpen ? agreed.get(table.measure()) : null;
            return kept == null ? line(table, known, facts) : kept;
        });
        var others = agreed.values().stream()
                .filter(line -> !tables.containsKey(line.measure()))
                .map(line -> isOpen ? line : line(gate, line.measure(), known, facts));
        return Stream.concat(lines, others).toList();
    }

    /** The same lines, each with its reason. */
    public List<Explanation> explain(Facts facts) {
        var known = facts.byName();
        return tables.values().stream()
                .map(table -> explanation(table, known, facts))
                .toList();
    }

    /** Why a measure that these rules do not know is not offered: only the gate can say so. */
    Explanation explainByGate(OfferLine line, String label, Facts facts) {
        var conclusion = gate.conclude(facts.byName());
        return new Explanation(line, label, NATIONAL, conclusion.reason(), conclusion.source(), null);
    }

    /** What to find out, in the order of the measures that wait for it. */
    public List<Question> questions(Facts facts) {
        var known = facts.byName();
        return apply(facts).stream()
                .flatMap(line -> line.factsMissing().stream())
                .distinct()
                .map(fact -> question(fact, known))
                .toList();
    }

    private Explanation explanation(DecisionTable table, Map<String, String> known, Facts facts) {
        var conclusion = conclude(table, known);
        return new Explanation(
                line(table, known, facts),
                table.label(),
                areaOf(table.measure()),
                conclusion.reason(),
                conclusion.source(),
                smallestChange(table, known).orElse(null));
    }

    private OfferLine line(DecisionTable table, Map<String, String> known, Facts facts) {
        return line(table, table.measure(), known, facts);
    }

    private OfferLine line(DecisionTable table, String measure, Map<String, String> known, Facts facts) {
        var conclusion = conclude(table, known);
        var outcome = Outcome.valueOf(conclusion.outcome());
        return new OfferLine(
                measure,
                outcome,
                conclusion.rule(),
                conclusion.party(),
                outcome == Outcome.ALREADY_COVERED ? coveredOn(conclusion.party(), facts) : null,
                deciding(table, known).facts(),
                missing(table, known));
    }

    /** The gate comes first: when it is closed, it decides for every measure. */
    private DecisionTable deciding(DecisionTable table, Map<String, String> known) {
        return gate.conclude(known).isOpen() ? table : gate;
    }

    private Conclusion conclude(DecisionTable table, Map<String, String> known) {
        return deciding(table, known).conclude(known);
    }

    private List<String> missing(DecisionTable table, Map<String, String> known) {
        var now = conclude(table, known);
        return types(deciding(table, known))
                .filter(type -> FactType.UNKNOWN.equals(known.get(type.name())))
                .filter(type -> type.answers().stream()
                        .anyMatch(answer -> !conclude(table, with(known, Map.of(type.name(), answer)))
                                .equals(now)))
                .map(FactType::name)
                .toList();
    }

    private Question question(String fact, Map<String, String> known) {
        var type = factTypes.get(fact);
        if (type == null) {
            throw new IllegalStateException("no such fact: " + fact);
        }
        return new Question(
                fact,
                type.question(),
                type.answers().stream()
                        .map(answer -> new Answer(answer, changed(known, with(known, Map.of(fact, answer)))))
                        .toList());
    }

    private Map<String, Outcome> changed(Map<String, String> before, Map<String, String> after) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        for (var table : tables.values()) {
            var now = conclude(table, after).outcome();
            if (!now.equals(conclude(table, before).outcome())) {
                outcomes.put(table.measure(), Outcome.valueOf(now));
            }
        }
        return outcomes;
    }

    /** Fewest facts first; of as many, what is unknown before what is known. */
    private Optional<Change> smallestChange(DecisionTable table, Map<String, String> known) {
        var now = conclude(table, known).outcome();
        var deciding = types(deciding(table, known))
                .sorted((a, b) -> Boolean.compare(
                        !FactType.UNKNOWN.equals(known.get(a.name())), !FactType.UNKNOWN.equals(known.get(b.name()))))
                .toList();
        for (int size = 1; size <= deciding.size(); size++) {
            for (var changes : changes(deciding, known, size, 0)) {
                var outcome = conclude(table, with(known, changes)).outcome();
                if (!outcome.equals(now)) {
                    return Optional.of(new Change(changes, Outcome.valueOf(outcome)));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Map<String, String>> changes(
            List<FactType> types, Map<String, String> known, int size, int from) {
        if (size == 0) {
            return List.of(Map.of());
        }
        var all = new ArrayList<Map<String, String>>();
        for (int at = from; at < types.size(); at++) {
            var type = types.get(at);
            for (var others : changes(types, known, size - 1, at + 1)) {
                for (var answer : type.answers()) {
                    if (!answer.equals(known.get(type.name()))) {
                        var one = new LinkedHashMap<String, String>();
                        one.put(type.name(), answer);
                        one.putAll(others);
                        all.add(one);
                    }
                }
            }
        }
        return all;
    }

    private Stream<FactType> types(DecisionTable table) {
        return table.facts().stream().map(fact -> {
            var type = factTypes.get(fact);
            if (type == null) {
                throw new IllegalStateException("no such fact: " + fact);
            }
            return type;
        });
    }

    private DecisionTable table(String measure) {
        return Optional.ofNullable(tables.get(measure))
                .orElseThrow(() -> new IllegalArgumentException("no such measure: " + measure));
    }

    private static @Nullable LocalDate coveredOn(Party by, Facts facts) {
        return switch (by) {
            case VICTIM_SUPPORT -> facts.victimSupport().on();
            case BRANCH_ORGANISATION -> facts.branchOrganisation().on();
            default -> null;
        };
    }

    private static Map<String, String> with(Map<String, String> known, Map<String, String> otherwise) {
        var all = new HashMap<>(known);
        all.putAll(otherwise);
        return all;
    }

    private static Map<String, DecisionTable> byMeasure(List<DecisionTable> tables) {
        var all = new LinkedHashMap<String, DecisionTable>();
        tables.forEach(table -> all.put(table.measure(), table));
        return all;
    }
}
