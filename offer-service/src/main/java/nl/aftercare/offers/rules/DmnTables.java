package nl.aftercare.offers.rules;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.DecisionTable;
import nl.aftercare.offers.domain.FactType;
import nl.aftercare.offers.domain.Party;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.ast.DecisionNodeImpl;
import org.kie.dmn.core.ast.InputDataNodeImpl;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.ItemDefinition;
import org.kie.internal.io.ResourceFactory;

/**
 * One DMN file, compiled: a decision of type {@code tLine} per measure, in the order of the file, and where it has one the gate, of
 * type {@code tGate}. Conclusions are remembered: there are few combinations of facts, and evaluating one takes a tenth of a
 * millisecond.
 */
public final class DmnTables {
    static final String LINE = "tLine";
    static final String GATE = "tGate";
    private static final String DATE = "date";
    /** More combinations than this are not met; an imported table with many facts must not fill the memory. */
    private static final int MOST_REMEMBERED = 20_000;

    private final String version;
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<DecisionTable> measures;

    private DmnTables(String version, DMNRuntime runtime, DMNModel model) {
        this.version = version;
        this.runtime = runtime;
        this.model = model;
        this.measures = decisions(LINE).toList();
    }

    /**
     * @param dmn a file that was found to be right
     * @param version by which it is known, such as {@code 9901-2}
     * @throws IllegalArgumentException when it cannot be compiled
     */
    public static DmnTables compile(String dmn, String version) {
        var runtime = DMNRuntimeBuilder.fromDefaults()
                .setOption(new RuntimeTypeCheckOption(true))
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(dmn))))
                .getOrElseThrow(failure -> new IllegalArgumentException("the tables cannot be compiled", failure));
        var model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalArgumentException("the tables have errors: " + model.getMessages());
        }
        return new DmnTables(version, runtime, model);
    }

    public String version() {
        return version;
    }

    /** Whether there may be an offer at all; only the national file has one. */
    public Optional<DecisionTable> gate() {
        return decisions(GATE).findFirst();
    }

    public List<DecisionTable> measures() {
        return measures;
    }

    public List<FactType> factTypes() {
        return model.getInputs().stream().map(this::factType).toList();
    }

    private Stream<DecisionTable> decisions(String type) {
        return model.getDecisions().stream()
                .filter(decision -> decision.getResultType().getName().equals(type))
                .sorted((a, b) -> Integer.compare(position(a), position(b)))
                .map(Table::new);
    }

    private int position(DecisionNode decision) {
        return model.getDefinitions().getDrgElement().indexOf(((DecisionNodeImpl) decision).getDecision());
    }

    private FactType factType(InputDataNode input) {
        return new FactType(input.getName(), labelOf(input), values(input));
    }

    private static String labelOf(InputDataNode input) {
        var label = ((InputDataNodeImpl) input).getInputData().getLabel();
        return label == null ? input.getName() : label;
    }

    private List<String> values(InputDataNode input) {
        return model.getDefinitions().getItemDefinition().stream()
                .filter(type -> type.getName().equals(input.getType().getName()))
                .map(ItemDefinition::getAllowedValues)
                .filter(allowed -> allowed != null)
                .flatMap(allowed -> Arrays.stream(allowed.getText().split(",")))
                .map(value -> value.strip().replace("\"", ""))
                .toList();
    }

    /** The facts that a decision depends on, through others too, in the order of the file. */
    private List<String> inputsOf(DecisionNode decision) {
        var inputs = new LinkedHashSet<String>();
        collect((DecisionNodeImpl) decision, inputs);
        return List.copyOf(inputs);
    }

    private static void collect(DecisionNodeImpl decision, Set<String> inputs) {
        for (var needed : decision.getDependencies().values()) {
            if (needed instanceof DecisionNodeImpl other) {
                collect(other, inputs);
            } else {
                inputs.add(needed.getName());
            }
        }
    }

    private final class Table implements DecisionTable {
        private final DecisionNode decision;
        private final List<String> facts;
        private final Set<String> dates;
        private final Map<List<String>, Conclusion> remembered = new ConcurrentHashMap<>();

        Table(DecisionNode decision) {
            this.decision = decision;
            this.facts = inputsOf(decision);
            this.dates = model.getInputs().stream()
                    .filter(input -> input.getType().getName().equals(DATE))
                    .map(InputDataNode::getName)
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String measure() {
            return decision.getName();
        }

        @Override
        public String label() {
            var label = ((DecisionNodeImpl) decision).getDecision().getLabel();
            return label == null ? decision.getName() : label;
        }

        @Override
        public List<String> facts() {
            return facts;
        }

        @Override
        public Conclusion conclude(Map<String, String> known) {
            var values = new ArrayList<String>(facts.size());
            for (var fact : facts) {
                var value = known.get(fact);
                if (value == null) {
                    throw new IllegalArgumentException("nothing is said of the fact " + fact);
                }
                values.add(value);
            }
            var before = remembered.get(values);
            if (before != null) {
                return before;
            }
            var conclusion = evaluate(values);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(values, conclusion);
            }
            return conclusion;
        }

        private Conclusion evaluate(List<String> values) {
            var context = runtime.newContext();
            for (int i = 0; i < facts.size(); i++) {
                var fact = facts.get(i);
                context.set(fact, dates.contains(fact) ? LocalDate.parse(values.get(i)) : values.get(i));
            }
            var result = runtime.evaluateByName(model, context, decision.getName());
            if (result.hasErrors()
                    || !(result.getDecisionResultByName(decision.getName()).getResult() instanceof Map<?, ?> row)) {
                throw new IllegalStateException("no row of the table " + decision.getName() + " matches");
            }
            return new Conclusion(
                    text(row, "outcome"),
                    text(row, "rule"),
                    Party.valueOf(text(row, "party")),
                    text(row, "reason"),
                    text(row, "source"));
        }

        private String text(Map<?, ?> row, String column) {
            return Optional.ofNullable(row.get(column))
                    .map(Object::toString)
                    .orElseThrow(() -> new IllegalStateException(
                            "a row of the table " + decision.getName() + " has no " + column));
        }
    }
}
