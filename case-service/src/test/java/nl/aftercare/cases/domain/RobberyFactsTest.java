package nl.aftercare.cases.domain;

import static nl.aftercare.cases.domain.Robberies.aRobbery;
import static nl.aftercare.cases.domain.RobberyKind.COMMERCIAL;
import static nl.aftercare.cases.domain.RobberyKind.RESIDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.CaseEvent.RobberyChanged;
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the feed tells in whatever order and how often: the same is known in the end. */
class RobberyFactsTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final RobberyFacts REPORTED = RobberyFacts.of(COMMERCIAL, Instant.parse("2026-03-02T20:40:00Z"));

    static Stream<Integer> seeds() {
        return Stream.iterate(1, seed -> seed + 1).limit(2_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderAndAnyNumberOfRepeatsEndInTheSameKnowledge(int seed) {
        var random = new Random(seed);
        var statements = Stream.generate(() -> aStatement(random))
                .limit(1 + random.nextInt(8))
                .toList();
        var shuffled = new ArrayList<>(statements);
        for (int repeats = random.nextInt(5); repeats > 0; repeats--) {
            shuffled.add(statements.get(random.nextInt(statements.size())));
        }
        Collections.shuffle(shuffled, random);

        assertThat(after(shuffled)).isEqualTo(after(statements));
    }

    @Test
    void theLatestStatementHoldsAlsoWhenItArrivesFirst() {
        var solved = stated(NOON.plusSeconds(1), Fact.YES);
        var notSolved = stated(NOON, Fact.NO);

        assertThat(after(List.of(solved, notSolved)).circumstances().solved()).isEqualTo(Fact.YES);
        assertThat(after(List.of(notSolved, solved)).circumstances().solved()).isEqualTo(Fact.YES);
    }

    @Test
    void whatAStatementDoesNotSpeakOfStays() {
        var after = after(List.of(stated(NOON, Fact.YES), stated(NOON.plusSeconds(1), null)));

        assertThat(after.circumstances().solved()).isEqualTo(Fact.YES);
        assertThat(after.kind()).isEqualTo(COMMERCIAL);
    }

    @Test
    void aChangeIsToldWithAllThatIsKnownAndARepeatIsNot() {
        var robbery = aRobbery(COMMERCIAL, "2026-03-02T20:40:00Z");
        var known = List.of(new CaseId(UUID.randomUUID()));

        var first = (Accepted<Robbery, CaseEvent>) robbery.take(stated(NOON, Fact.YES), known, List.of());
        var second = (Accepted<Robbery, CaseEvent>) first.state().take(stated(NOON, Fact.YES), known, List.of());

        assertThat(first.events()).containsExactly(new RobberyChanged(first.state(), known));
        assertThat(first.state().revision()).isEqualTo(2);
        assertThat(second.events()).isEmpty();
        assertThat(second.state()).isEqualTo(first.state());
    }

    @Test
    void aVictimWhoBecomesKnownIsToldAlsoWhenNothingElseIs() {
        var robbery = aRobbery(RESIDENTIAL, "2026-03-02T20:40:00Z");
        var added = List.of(new CaseId(UUID.randomUUID()));

        var taken = (Accepted<Robbery, CaseEvent>) robbery.take(stated(NOON, null), List.of(), added);

        assertThat(taken.events()).containsExactly(new RobberyChanged(taken.state(), added));
    }

    @Test
    void whatIsStatedOfAnOvertakenFactIsKeptWithoutTelling() {
        var robbery = aRobbery(COMMERCIAL, "2026-03-02T20:40:00Z");
        var late = (Accepted<Robbery, CaseEvent>) robbery.take(stated(NOON, Fact.YES), List.of(), List.of());

        var early = (Accepted<Robbery, CaseEvent>)
                late.state().take(stated(NOON.minusSeconds(1), Fact.NO), List.of(), List.of());

        assertThat(early.events()).isEmpty();
        assertThat(early.state()).isEqualTo(late.state());
    }

    private static RobberyFacts after(List<Statement> statements) {
        var facts = REPORTED;
        for (var statement : statements) {
            facts = facts.with(statement);
        }
        return facts;
    }

    private static Statement stated(Instant at, @Nullable Fact solved) {
        return Statements.stated(at, solved == null ? Map.of() : Map.of(Name.SOLVED, solved));
    }

    /** At few instants and of few values, so that statements meet. */
    private static Statement aStatement(Random random) {
        return new Statement(
                NOON.plusSeconds(random.nextInt(3)),
                one(random, Fact.values()),
                one(random, RobberyKind.values()),
                one(random, NOON.minusSeconds(1), NOON.minusSeconds(2), NOON.minusSeconds(3)),
                one(random, Fact.values()),
                one(random, Fact.values()),
                one(random, Fact.values()),
                one(random, Fact.values()),
                one(random, Fact.values()),
                one(random, Unrest.values()),
                one(random, SurroundingsTenure.values()),
                one(random, Fact.values()),
                one(random, Fact.values()),
                one(random, Fact.values()),
                one(random, LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 15)));
    }

    @SafeVarargs
    private static <T> @Nullable T one(Random random, T... values) {
        int at = random.nextInt(values.length + 1);
        return at == values.length ? null : values[at];
    }
}
