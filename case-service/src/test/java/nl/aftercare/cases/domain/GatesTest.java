package nl.aftercare.cases.domain;

import static nl.aftercare.cases.domain.Robberies.aRobbery;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.Answer;
import nl.aftercare.cases.domain.Track.AskingWillingness;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.Limit;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Unreachable;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Every state that any sequence of steps can reach, with every step that led somewhere, for both kinds of robbery: the gates of
 * domain.md 1.4 hold on all of them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class GatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    private static final Evaluation EVALUATION = new Evaluation(Fact.YES, Fact.UNKNOWN, Fact.NO, Fact.NO, null, TODAY);

    private static final int MOST = 100_000;

    /** One step that changed something. */
    private record Transition(AftercareCase before, String step, AftercareCase after) {}

    private final List<Transition> transitions = new ArrayList<>();
    private final Map<AftercareCase, AftercareCase> reached = new HashMap<>();

    @BeforeAll
    void explore() {
        var open = new ArrayDeque<AftercareCase>();
        for (var kind : RobberyKind.values()) {
            open.add(Robberies.aCase(aRobbery(kind, "2026-03-02T20:00:00Z")));
        }
        open.forEach(aftercare -> reached.put(aftercare, aftercare));
        var steps = steps();
        while (!open.isEmpty()) {
            assertThat(reached.size()).as("states, or a step that never ends").isLessThan(MOST);
            var before = open.poll();
            steps.forEach((name, step) -> {
                var after = step.apply(before);
                if (!after.equals(before)) {
                    var known = reached.putIfAbsent(after, after);
                    transitions.add(new Transition(before, name, known == null ? after : known));
                    if (known == null) {
                        open.add(after);
                    }
                }
            });
        }
    }

    @Test
    void theExplorationSeesEveryState() {
        assertThat(reached.keySet())
                .<Class<?>>extracting(aftercare -> aftercare.track().getClass())
                .contains(
                        Screening.class,
                        AskingWillingness.class,
                        Active.class,
                        LimitedToFirstLine.class,
                        Withheld.class,
                        Unreachable.class,
                        Closed.class,
                        Erased.class);
        assertThat(reached.size()).isGreaterThan(500);
    }

    @Test
    void g1NoContactBeforeADecisionThatGrantsIt() {
        assertThat(contacts()).isNotEmpty().allSatisfy(contact -> {
            assertThat(contact.before().track())
                    .isNotInstanceOfAny(Screening.class, Withheld.class, Closed.class, Erased.class);
            assertThat(contact.before().decision().result()).isEqualTo(Result.GRANTED_WITH_VISIT);
        });
    }

    @Test
    void g1NoDecisionBeforeThePoliceWereAskedAndNoneAgainstTheirObjection() {
        assertThat(transitions)
                .filteredOn(step -> step.step().startsWith("decide"))
                .isNotEmpty()
                .allSatisfy(decided -> {
                    var objection = decided.before().robbery().facts().policeObjection();
                    assertThat(objection).isNotEqualTo(Fact.UNKNOWN);
                    if (objection == Fact.YES) {
                        assertThat(decided.after().track()).isInstanceOf(Withheld.class);
                    }
                });
    }

    @Test
    void g1NoContactWhileThePoliceObject() {
        assertThat(contacts()).isNotEmpty().allSatisfy(contact -> assertThat(
                        contact.before().robbery().facts().policeObjection())
                .isNotEqualTo(Fact.YES));
    }

    @Test
    void g2NoFirstContactBeforeItWasCheckedOrSaidWhyNot() {
        assertThat(contacts()).isNotEmpty().allSatisfy(contact -> {
            var after = contact.after();
            boolean victimSupport =
                    after.contactWith(ContactParty.VICTIM_SUPPORT).checked();
            boolean branch = after.contactWith(ContactParty.BRANCH_ORGANISATION).checked();
            boolean commercial = after.robbery().kind() == RobberyKind.COMMERCIAL;
            assertThat(victimSupport && (branch || !commercial) || after.uncheckedBecause() != null)
                    .isTrue();
        });
    }

    @Test
    void g3OnlyAVictimWhoSaidYesIsVisited() {
        assertThat(transitions)
                .filteredOn(step -> step.after().track() instanceof Active
                        && !(step.before().track() instanceof Active)
                        && !step.step().equals("reopen"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.step()).startsWith("answer WILLING"));
    }

    @Test
    void g3NoVisitWithoutAVictimWhoSaidYesAndNoneWhileThePoliceObject() {
        assertThat(transitions)
                .filteredOn(step -> step.step().startsWith("plan visit"))
                .isNotEmpty()
                .allSatisfy(step -> {
                    assertThat(step.before().track()).isInstanceOf(Active.class);
                    assertThat(step.before().robbery().facts().policeObjection())
                            .isNotEqualTo(Fact.YES);
                });
        assertThat(transitions)
                .filteredOn(step -> step.step().equals("hold visit"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.before().track()).isInstanceOf(Active.class));
    }

    @Test
    void v3NoVisitIsPlannedBeforeThePoliceClearedItUnlessWithAReason() {
        assertThat(transitions)
                .filteredOn(step -> step.step().equals("plan visit"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.before().robbery().facts().policeClearance())
                        .isEqualTo(Fact.YES));
    }

    @Test
    void whatIsNoRobberyGoesNoFurther() {
        assertThat(transitions)
                .filteredOn(step -> step.before().isCancelled())
                .filteredOn(step -> !step.before().track().equals(step.after().track()))
                .allSatisfy(step -> assertThat(step.step())
                        .isIn("withdraw", "hold visit", "close", "close unevaluated", "reopen", "erase"));
    }

    @Test
    void whatIsDecidedIsDecidedAgainOnlyWhenItWasWithheldAndThePoliceObjectNoLonger() {
        assertThat(transitions)
                .filteredOn(step -> step.step().startsWith("decide"))
                .filteredOn(step -> !(step.before().track() instanceof Screening))
                .isNotEmpty()
                .allSatisfy(step -> {
                    if (step.before().track() instanceof LimitedToFirstLine limited) {
                        assertThat(limited.decision()).isNull();
                        assertThat(limited.limit()).isEqualTo(Limit.WITHDRAWN_BY_VICTIM);
                    } else {
                        assertThat(step.before().track()).isInstanceOf(Withheld.class);
                        assertThat(step.before().robbery().facts().policeObjection())
                                .isEqualTo(Fact.NO);
                    }
                });
    }

    @Test
    void aVisitThatWasHeldIsNotForgotten() {
        assertThat(transitions)
                .filteredOn(step -> step.before().firstVisit() instanceof Held)
                .filteredOn(step -> !step.step().equals("erase"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.after().firstVisit())
                        .isEqualTo(step.before().firstVisit()));
    }

    /** In one step, also before anything was decided (domain.md 1.3: "any"). */
    @Test
    void fromEveryStateAVictimCanWithdraw() {
        for (var aftercare : reached.keySet()) {
            var withdrawn = (Accepted<AftercareCase, CaseEvent>) aftercare.withdraw();
            assertThat(withdrawn.state().track())
                    .isInstanceOfAny(LimitedToFirstLine.class, Withheld.class, Closed.class, Erased.class);
        }
    }

    @Test
    void inAClosedCaseNothingIsDoneButOpeningItAgainAsItWas() {
        var closings = transitions.stream()
                .filter(step -> step.after().track() instanceof Closed
                        && !(step.before().track() instanceof Closed))
                .toList();
        assertThat(closings).isNotEmpty().allSatisfy(closing -> {
            assertThat(closing.step()).startsWith("close");
            var reopened = (Accepted<AftercareCase, CaseEvent>) closing.after().reopen();
            assertThat(reopened.state()).isEqualTo(closing.before());
        });
        assertThat(transitions)
                .filteredOn(step -> step.before().track() instanceof Closed)
                .filteredOn(step -> !step.after().track().equals(step.before().track()))
                .allSatisfy(step -> assertThat(step.step()).isIn("reopen", "erase", "withdraw"));
    }

    @Test
    void onlyAClosedCaseIsErasedAndOnlyWhenNothingForbidsIt() {
        assertThat(transitions)
                .filteredOn(step -> step.after().track() instanceof Erased
                        && !(step.before().track() instanceof Erased))
                .isNotEmpty()
                .allSatisfy(step -> {
                    assertThat(step.step()).isEqualTo("erase");
                    assertThat(step.before().track()).isInstanceOf(Closed.class);
                    assertThat(step.after().outcome()).isEqualTo(step.before().outcome());
                });
    }

    @Test
    void ofWhoWasErasedNothingIsTakenInAgain() {
        assertThat(transitions)
                .filteredOn(step -> step.before().track() instanceof Erased)
                .allSatisfy(step -> {
                    assertThat(step.after().track()).isEqualTo(step.before().track());
                    assertThat(step.after().contacts()).isEmpty();
                    assertThat(step.after().need()).isNull();
                    assertThat(step.after().evaluation()).isNull();
                });
    }

    @Test
    void anUnfinishedCaseIsNotClosedUnlessItWasNoRobbery() {
        assertThat(transitions)
                .filteredOn(step -> step.step().startsWith("close"))
                .isNotEmpty()
                .allSatisfy(step -> {
                    if (!step.before().isCancelled()) {
                        assertThat(step.before().track()).isNotInstanceOfAny(Screening.class, AskingWillingness.class);
                    }
                });
        assertThat(transitions)
                .filteredOn(step -> step.step().equals("close")
                        && step.before().track() instanceof Active
                        && !step.before().isCancelled())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.before().evaluation()).isNotNull());
    }

    @Test
    void g3OnlyAVictimWhoSaidYesIsAskedAboutTheirNeed() {
        assertThat(transitions)
                .filteredOn(step -> step.step().equals("assess need"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.before().track()).isInstanceOf(Active.class));
    }

    /** A hearing may become known in any state. */
    @Test
    void g3OnlyAVictimWhoSaidYesIsAskedAboutTheHearing() {
        var notice = new HearingNotice(HearingNotice.Result.NOT_WANTED, TODAY);
        var asked = reached.keySet().stream()
                .map(aftercare -> with(aftercare, Map.of(Name.HEARING_ON, TODAY.plusDays(60))))
                .filter(aftercare -> aftercare.recordHearingNotice(notice, TODAY) instanceof Accepted)
                .toList();

        assertThat(asked).isNotEmpty().allSatisfy(aftercare -> {
            var track = aftercare.track() instanceof Closed closed ? closed.before() : aftercare.track();
            assertThat(track).isInstanceOf(Active.class);
            assertThat(aftercare.isCancelled()).isFalse();
        });
    }

    private List<Transition> contacts() {
        return transitions.stream()
                .filter(step -> step.step().startsWith("answer"))
                .toList();
    }

    /** All that can be done to a case, by the coordinator and by the feeds. */
    private static Map<String, Function<AftercareCase, AftercareCase>> steps() {
        var steps = new HashMap<String, Function<AftercareCase, AftercareCase>>();
        for (var result : Result.values()) {
            var decision = new AftercareDecision(result, "somebody", TODAY);
            steps.put("decide " + result, aftercare -> after(aftercare, aftercare.decide(decision)));
        }
        for (var answer : Answer.values()) {
            steps.put(
                    "answer " + answer,
                    aftercare -> after(aftercare, aftercare.recordAnswer(answer, null, Playbook.DEFAULT, TODAY)));
            steps.put(
                    "answer " + answer + " unchecked",
                    aftercare -> after(
                            aftercare, aftercare.recordAnswer(answer, "nobody answers", Playbook.DEFAULT, TODAY)));
        }
        for (var reason : new String[] {null, "the victim asks for it"}) {
            var plan = new Plan(TODAY, Visitor.COORDINATOR, false, true, reason);
            steps.put(
                    "plan visit" + (reason == null ? "" : " without clearance"),
                    aftercare -> after(aftercare, aftercare.planVisit(plan)));
        }
        for (var kind : RobberyKind.values()) {
            steps.put("kind " + kind, aftercare -> with(aftercare, Map.of(Name.KIND, kind)));
        }
        steps.put("hold visit", aftercare -> after(aftercare, aftercare.holdVisit(TODAY, TODAY)));
        steps.put("assess need", aftercare -> after(aftercare, aftercare.assessNeed(SupportNeed.UNKNOWN)));
        steps.put("evaluate", aftercare -> after(aftercare, aftercare.evaluate(EVALUATION)));
        steps.put("close", aftercare -> after(aftercare, aftercare.close(null, TODAY)));
        steps.put("close unevaluated", aftercare -> after(aftercare, aftercare.close("nobody answers", TODAY)));
        steps.put("reopen", aftercare -> after(aftercare, aftercare.reopen()));
        for (boolean held : new boolean[] {true, false}) {
            steps.put(
                    "erase" + (held ? " held" : ""),
                    aftercare -> after(aftercare, aftercare.erase(held, Playbook.DEFAULT, TODAY.plusYears(2))));
        }
        steps.put("withdraw", aftercare -> after(aftercare, aftercare.withdraw()));
        for (var party : ContactParty.values()) {
            // unknown after asking is as good for the gates as any other answer
            var contact = SupportContact.told(Fact.UNKNOWN, null);
            steps.put(party + " asked", aftercare -> after(aftercare, aftercare.recordContact(party, contact, TODAY)));
        }
        for (var fact : Fact.values()) {
            steps.put("objection " + fact, aftercare -> with(aftercare, Map.of(Name.POLICE_OBJECTION, fact)));
        }
        for (var fact : List.of(Fact.YES, Fact.NO)) {
            steps.put("robbery " + fact, aftercare -> with(aftercare, Map.of(Name.ROBBERY, fact)));
            steps.put("clearance " + fact, aftercare -> with(aftercare, Map.of(Name.POLICE_CLEARANCE, fact)));
        }
        return steps;
    }

    private static AftercareCase after(AftercareCase before, Decision<AftercareCase, CaseEvent> decision) {
        return decision instanceof Accepted<AftercareCase, CaseEvent>(var state, var events) ? state : before;
    }

    /** The police state something of the robbery, each time as if it were the only thing they ever said. */
    private static AftercareCase with(AftercareCase aftercare, Map<Name, ?> facts) {
        var stated = Statements.stated(Instant.parse("2026-03-03T12:00:00Z"), facts);
        var before = aftercare.robbery();
        var timeless = timeless(timeless(before.facts()).with(stated));
        return aftercare.about(new Robbery(
                before.id(), before.municipality(), before.reportedAt(), timeless, before.revision(), null));
    }

    private static RobberyFacts timeless(RobberyFacts facts) {
        return new RobberyFacts(
                facts.robbery(),
                facts.kind(),
                facts.occurredAt(),
                facts.circumstances(),
                facts.policeClearance(),
                facts.policeObjection(),
                facts.hearingOn(),
                Map.of());
    }
}
