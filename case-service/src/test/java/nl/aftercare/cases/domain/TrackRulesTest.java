package nl.aftercare.cases.domain;

import static nl.aftercare.cases.domain.Robberies.aRobbery;
import static nl.aftercare.cases.domain.RobberyKind.RESIDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.CaseEvent.VisitWillingnessRecorded;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.Answer;
import nl.aftercare.cases.domain.Track.AskingWillingness;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Unreachable;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;

/** Each step of a track by itself, and why it is refused. {@link GatesTest} takes them in every order. */
class TrackRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final Plan PLAN = new Plan(TODAY, Visitor.COORDINATOR, false, true, null);

    private static final AftercareCase REPORTED =
            about(Robberies.aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z")), Name.POLICE_OBJECTION, Fact.NO);

    @Test
    void g1BeforeADecisionTheVictimIsNotAsked() {
        assertThat(code(answer(REPORTED, Answer.WILLING, null))).isEqualTo("not-decided");
        assertThat(code(answer(about(granted(), Name.POLICE_OBJECTION, Fact.YES), Answer.WILLING, null)))
                .isEqualTo("police-object");
        assertThat(code(answer(about(granted(), Name.ROBBERY, Fact.NO), Answer.WILLING, null)))
                .isEqualTo("not-a-robbery");
    }

    @Test
    void g2BeforeTheCheckTheVictimIsNotAskedUnlessWithAReason() {
        assertThat(code(answer(granted(), Answer.WILLING, null))).isEqualTo("contact-not-checked");

        var overridden = accepted(answer(granted(), Answer.WILLING, "Niemand neemt op."));

        assertThat(overridden.state().track()).isInstanceOf(Active.class);
        assertThat(overridden.state().uncheckedBecause()).isEqualTo("Niemand neemt op.");
        assertThat(accepted(answer(checked(), Answer.WILLING, "Niemand neemt op."))
                        .state()
                        .uncheckedBecause())
                .isNull();
    }

    @Test
    void whatTheVictimSaysIsToldOnce() {
        var willing = accepted(answer(checked(), Answer.WILLING, null));
        assertThat(willing.state().track()).isInstanceOf(Active.class);
        assertThat(told(willing)).isEqualTo(Fact.YES);
        assertThat(accepted(answer(willing.state(), Answer.WILLING, null)).events())
                .isEmpty();

        var declined = accepted(answer(checked(), Answer.DECLINED, null));
        assertThat(declined.state().track()).isInstanceOf(LimitedToFirstLine.class);
        assertThat(told(declined)).isEqualTo(Fact.NO);
        assertThat(accepted(answer(declined.state(), Answer.DECLINED, null)).events())
                .isEmpty();
        assertThat(code(answer(declined.state(), Answer.NO_ANSWER, null))).isEqualTo("not-asked-now");
    }

    @Test
    void afterSoManyTriesAVictimIsUnreachable() {
        var aftercare = checked();
        for (int tries = 1; tries < Playbook.DEFAULT.tries(); tries++) {
            var once = accepted(answer(aftercare, Answer.NO_ANSWER, null));
            assertThat(once.state().track()).isInstanceOf(AskingWillingness.class);
            assertThat(once.events()).isEmpty();
            aftercare = once.state();
        }

        var last = accepted(answer(aftercare, Answer.NO_ANSWER, null));

        assertThat(last.state().track()).isInstanceOf(Unreachable.class);
        assertThat(told(last)).isEqualTo(Fact.UNKNOWN);
        assertThat(accepted(answer(last.state(), Answer.NO_ANSWER, null)).events())
                .isEmpty();
        assertThat(accepted(answer(last.state(), Answer.WILLING, null)).state().track())
                .isInstanceOf(Active.class);
    }

    @Test
    void inAClosedCaseNobodyIsAsked() {
        var closed = accepted(accepted(answer(checked(), Answer.DECLINED, null))
                        .state()
                        .close(null, TODAY))
                .state();

        assertThat(code(answer(closed, Answer.WILLING, null))).isEqualTo("case-closed");
        assertThat(code(closed.planVisit(PLAN))).isEqualTo("case-closed");
    }

    @Test
    void aVisitIsPlannedAfterTheRobberyAndHeldAfterTheVictimWasWilling() {
        var cleared = about(willing(), Name.POLICE_CLEARANCE, Fact.YES);

        assertThat(code(cleared.planVisit(new Plan(LocalDate.of(2026, 3, 1), Visitor.COORDINATOR, false, true, null))))
                .isEqualTo("visit-before-robbery");
        assertThat(code(willing().planVisit(PLAN))).isEqualTo("no-clearance");
        var planned = accepted(cleared.planVisit(PLAN)).state();
        assertThat(planned.firstVisit()).isEqualTo(new Planned(PLAN));
        assertThat(code(planned.holdVisit(TODAY.plusDays(1), TODAY))).isEqualTo("held-in-future");
        assertThat(code(planned.holdVisit(TODAY.minusDays(1), TODAY))).isEqualTo("held-before-willing");
        assertThat(accepted(planned.holdVisit(TODAY, TODAY)).events()).hasSize(1);
        assertThat(code(checked().holdVisit(TODAY, TODAY))).isEqualTo("not-willing");
    }

    @Test
    void t7TheNoticeOfAHearingIsBeforeTheHearing() {
        var heard = about(willing(), Name.HEARING_ON, LocalDate.of(2026, 3, 10));

        assertThat(code(notice(willing(), HearingNotice.Result.SENT, TODAY))).isEqualTo("no-hearing");
        assertThat(code(notice(heard, HearingNotice.Result.SENT, TODAY))).isEqualTo("notice-after-hearing");
        assertThat(code(notice(heard, HearingNotice.Result.TOO_LATE, TODAY.plusDays(1))))
                .isEqualTo("notice-in-future");
        assertThat(accepted(notice(heard, HearingNotice.Result.TOO_LATE, TODAY))
                        .state()
                        .hearingNotice())
                .isEqualTo(new HearingNotice(HearingNotice.Result.TOO_LATE, TODAY));
        assertThat(accepted(notice(heard, HearingNotice.Result.SENT, LocalDate.of(2026, 3, 10)))
                        .state()
                        .hearingNotice())
                .isNotNull();
        assertThat(code(notice(about(heard, Name.POLICE_OBJECTION, Fact.YES), HearingNotice.Result.SENT, TODAY)))
                .isEqualTo("police-object");
        assertThat(code(notice(about(heard, Name.ROBBERY, Fact.NO), HearingNotice.Result.SENT, TODAY)))
                .isEqualTo("not-a-robbery");
    }

    @Test
    void x5AdviceIsKeptOfWhoMayGiveItWhileSomebodyIsThere() {
        var advice = new PartyAdvice(ContactParty.VICTIM_SUPPORT, Instant.EPOCH, "Neem de tijd.");
        var branch = new PartyAdvice(ContactParty.BRANCH_ORGANISATION, Instant.EPOCH, "Neem de tijd.");

        assertThat(accepted(REPORTED.takeAdvice(advice)).state()).isEqualTo(REPORTED);
        assertThat(code(REPORTED.takeAdvice(branch))).isEqualTo("no-branch-in-home-robbery");
        assertThat(code(erased().takeAdvice(advice))).isEqualTo("case-erased");
    }

    @Test
    void l8ACaseIsErasedWhenItIsClosedItsTermIsOverAndNothingForbidsIt() {
        var closed = accepted(accepted(answer(checked(), Answer.DECLINED, null))
                        .state()
                        .close(null, TODAY))
                .state();

        assertThat(code(checked().erase(false, Playbook.DEFAULT, TODAY.plusYears(2))))
                .isEqualTo("not-closed");
        assertThat(code(closed.erase(true, Playbook.DEFAULT, TODAY.plusYears(2))))
                .isEqualTo("legal-hold");
        assertThat(code(closed.erase(false, Playbook.DEFAULT, TODAY.plusMonths(12))))
                .isEqualTo("term-not-over");
        var erased = accepted(
                closed.erase(false, Playbook.DEFAULT, TODAY.plusMonths(12).plusDays(1)));
        assertThat(erased.state().track()).isInstanceOf(Erased.class);
        assertThat(erased.events()).hasSize(1);
        assertThat(accepted(erased.state().erase(false, Playbook.DEFAULT, TODAY.plusYears(3)))
                        .events())
                .isEmpty();
    }

    private static AftercareCase granted() {
        return accepted(REPORTED.decide(new AftercareDecision(Result.GRANTED_WITH_VISIT, "somebody", TODAY)))
                .state();
    }

    private static AftercareCase checked() {
        return accepted(granted()
                        .recordContact(ContactParty.VICTIM_SUPPORT, SupportContact.told(Fact.UNKNOWN, null), TODAY))
                .state();
    }

    private static AftercareCase willing() {
        return accepted(answer(checked(), Answer.WILLING, null)).state();
    }

    private static AftercareCase erased() {
        var closed = accepted(accepted(REPORTED.withdraw()).state().close(null, TODAY));
        return accepted(closed.state().erase(false, Playbook.DEFAULT, TODAY.plusYears(2)))
                .state();
    }

    private static AftercareCase about(AftercareCase aftercare, Name fact, Object value) {
        // each later than what was stated before
        var at = Instant.parse("2026-03-03T12:00:00Z")
                .plusSeconds(aftercare.robbery().facts().statedAt().size());
        var stated = Statements.stated(at, Map.of(fact, value));
        return aftercare.about(Robberies.after(aftercare.robbery(), stated));
    }

    private static Decision<AftercareCase, CaseEvent> answer(AftercareCase aftercare, Answer answer, String override) {
        return aftercare.recordAnswer(answer, override, Playbook.DEFAULT, TODAY);
    }

    private static Decision<AftercareCase, CaseEvent> notice(
            AftercareCase aftercare, HearingNotice.Result result, LocalDate on) {
        return aftercare.recordHearingNotice(new HearingNotice(result, on), TODAY);
    }

    private static Fact told(Accepted<AftercareCase, CaseEvent> accepted) {
        return ((VisitWillingnessRecorded) accepted.events().getFirst()).willing();
    }

    private static Accepted<AftercareCase, CaseEvent> accepted(Decision<AftercareCase, CaseEvent> decision) {
        return (Accepted<AftercareCase, CaseEvent>) decision;
    }

    private static String code(Decision<AftercareCase, CaseEvent> decision) {
        return ((Refused<AftercareCase, CaseEvent>) decision).refusal().code();
    }
}
