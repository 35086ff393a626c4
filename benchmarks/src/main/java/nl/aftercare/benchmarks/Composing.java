package nl.aftercare.benchmarks;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.Facts;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.Facts.Progress;
import nl.aftercare.offers.domain.Facts.Robbery;
import nl.aftercare.offers.domain.LocalSchemes;
import nl.aftercare.offers.domain.RobberyKind;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.domain.SupportNeed;
import nl.aftercare.offers.domain.SupportNeed.Tenure;
import nl.aftercare.offers.rules.DmnTables;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.offers.rules.TableFile;
import nl.aftercare.platform.kernel.Fact;
import org.kie.api.io.Resource;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * How many offers one core composes in a second, beside a bare loop that asks the engine for the same tables; and what an offer costs as a
 * table grows. An offer is more than the engine's answers: of every unknown fact it also finds out whether knowing it would change the
 * outcome, so it asks the tables some five times as often.
 */
final class Composing {
    private static final int SITUATIONS = 2_000;
    private static final int ROUNDS = 5;
    private static final List<String> TABLE_FACTS =
            List.of("suspectKnown", "solved", "visitHeld", "homeInsecure", "hardship", "cashHandled", "helpWithForms");

    private final List<Facts> situations;

    Composing() {
        var random = new Random(20261125);
        situations = Stream.generate(() -> situation(random)).limit(SITUATIONS).toList();
    }

    void run() {
        var book = Rules.nationalBook();
        double first = perSecond(1, book::apply);
        double again = perSecond(ROUNDS, book::apply);
        double bare = perSecond(ROUNDS, bareLoop());
        System.out.printf(
                "composing on one core, %d situations, %d measures (%s)%n",
                SITUATIONS, book.measures().size(), book.version());
        System.out.printf("  offers, situations met for the first time  %,9.0f a second%n", first);
        System.out.printf("  offers, situations met before               %,9.0f a second%n", again);
        System.out.printf("  bare loop, the engine with the same tables  %,9.0f a second%n", bare);
        System.out.printf(
                "  ratio to the bare loop                      %.2f first, %.2f again%n", first / bare, again / bare);
        System.out.println("one more table of the municipality that grows");
        for (int facts : List.of(3, 5, 7)) {
            grown(book, facts);
        }
    }

    private void grown(RuleBook national, int facts) {
        var rows = (int) Math.pow(3, facts);
        var tables = DmnTables.compile(table(TABLE_FACTS.subList(0, facts)), "9901-1");
        var book = national.with("9901", "9901-1", tables.measures());
        double first = perSecond(1, book::apply);
        double again = perSecond(ROUNDS, book::apply);
        System.out.printf("  %,5d rows  %,8.1f µs an offer first, %,6.1f µs again%n", rows, 1e6 / first, 1e6 / again);
    }

    private double perSecond(int rounds, Consumer<Facts> work) {
        long begin = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            situations.forEach(work);
        }
        return rounds * SITUATIONS * 1e9 / (System.nanoTime() - begin);
    }

    private static Consumer<Facts> bareLoop() {
        Resource file = ResourceFactory.newReaderResource(new StringReader(TableFile.national()));
        var runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(file))
                .getOrElseThrow(IllegalStateException::new);
        var model = runtime.getModels().getFirst();
        return facts -> {
            var context = runtime.newContext();
            facts.byName()
                    .forEach((name, value) ->
                            context.set(name, name.equals("occurredOn") ? LocalDate.parse(value) : value));
            if (runtime.evaluateAll(model, context).hasErrors()) {
                throw new IllegalStateException("the bare loop does not work");
            }
        };
    }

    private static Facts situation(Random random) {
        return new Facts(
                new Robbery(
                        any(random, RobberyKind.values()),
                        LocalDate.parse("2026-03-02"),
                        Fact.YES,
                        fact(random),
                        fact(random),
                        fact(random)),
                new Progress(Fact.YES, Fact.YES, fact(random), Fact.NO),
                new Contact(fact(random), null),
                new Contact(fact(random), null),
                new SupportNeed(
                        fact(random),
                        fact(random),
                        any(random, Tenure.values()),
                        fact(random),
                        fact(random),
                        fact(random),
                        fact(random)),
                LocalSchemes.FACTS.stream().collect(Collectors.toMap(name -> name, _ -> fact(random))));
    }

    private static Fact fact(Random random) {
        return any(random, Fact.values());
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** A table with a row for every combination of these facts. */
    private static String table(List<String> facts) {
        var rows = new ArrayList<List<String>>(List.of(List.of()));
        for (int i = 0; i < facts.size(); i++) {
            var longer = rows.stream()
                    .flatMap(row -> Stream.of("YES", "NO", "UNKNOWN")
                            .map(value -> Stream.concat(row.stream(), Stream.of(value))
                                    .toList()))
                    .toList();
            rows.clear();
            rows.addAll(longer);
        }
        return FILE.formatted(
                each(facts, """
                        <inputData id="%1$s" name="%1$s"><variable name="%1$s" typeRef="tFact"/></inputData>"""),
                each(facts, """
                        <informationRequirement><requiredInput href="#%1$s"/></informationRequirement>"""),
                each(facts, """
                        <input><inputExpression typeRef="tFact"><text>%1$s</text></inputExpression></input>"""),
                IntStream.range(0, rows.size())
                        .mapToObj(i -> row(i, rows.get(i)))
                        .collect(Collectors.joining("\n")));
    }

    private static String each(List<String> facts, String element) {
        return facts.stream().map(element::formatted).collect(Collectors.joining("\n"));
    }

    private static String row(int number, List<String> values) {
        var outputs = Map.of(
                "outcome",
                "OFFER",
                "rule",
                "row-" + number,
                "party",
                "MUNICIPALITY",
                "reason",
                "Zo is het.",
                "source",
                "-");
        return "<rule>"
                + values.stream()
                        .map("<inputEntry><text>\"%s\"</text></inputEntry>"::formatted)
                        .collect(Collectors.joining())
                + Stream.of("outcome", "rule", "party", "reason", "source")
                        .map(outputs::get)
                        .map("<outputEntry><text>\"%s\"</text></outputEntry>"::formatted)
                        .collect(Collectors.joining())
                + "</rule>";
    }

    private static final String FILE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="grown" name="grown" namespace="urn:grown">
            <itemDefinition name="tFact"><typeRef>string</typeRef><allowedValues><text>"YES","NO","UNKNOWN"</text></allowedValues></itemDefinition>
            <itemDefinition name="tLine">
              <itemComponent name="outcome"><typeRef>string</typeRef></itemComponent><itemComponent name="rule"><typeRef>string</typeRef></itemComponent>
              <itemComponent name="party"><typeRef>string</typeRef></itemComponent><itemComponent name="reason"><typeRef>string</typeRef></itemComponent>
              <itemComponent name="source"><typeRef>string</typeRef></itemComponent></itemDefinition>
            %s
            <decision id="grown-measure" name="grown-measure"><variable name="grown-measure" typeRef="tLine"/>
            %s
            <decisionTable hitPolicy="UNIQUE">
            %s
            <output name="outcome"/><output name="rule"/><output name="party"/><output name="reason"/><output name="source"/>
            %s
            </decisionTable></decision></definitions>
            """;
}
