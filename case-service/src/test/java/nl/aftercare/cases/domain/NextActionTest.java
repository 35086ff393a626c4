package nl.aftercare.cases.domain;

import static nl.aftercare.cases.domain.Robberies.aRobbery;
import static nl.aftercare.cases.domain.RobberyKind.RESIDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import nl.aftercare.cases.domain.NextAction.Kind;
import nl.aftercare.cases.domain.NextAction.Urgency;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.AskingWillingness;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.Limit;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Unreachable;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case that waits for the coordinator says for what, and by when. Reported on Tuesday 10 March 2026. */
class NextActionTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 13);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 3, 16);
    private static final WorkingDays WORKING_DAYS = new WorkingDays(Set.of(HOLIDAY)::contains);
    private static final AftercareDecision GRANTED =
            new AftercareDecision(Result.GRANTED_WITH_VISIT, "somebody", FRIDAY);
    private static final Evaluation EVALUATION =
            new Evaluation(Fact.YES, Fact.YES, Fact.YES, Fact.NO, null, LocalDate.of(2026, 4, 2));
    private static final Plan PLAN = new Plan(LocalDate.of(2026, 3, 21), Visitor.COORDINATOR, false, true, null);

    static Stream<Arguments> tracks() {
        return Stream.of(
                Arguments.of(new Screening(), Fact.UNKNOWN, true, Kind.ASK_POLICE, "2026-03-11"),
                Arguments.of(new Screening(), Fact.NO, true, Kind.DECIDE, "2026-03-12"),
                Arguments.of(new Screening(), Fact.YES, true, Kind.DECIDE, "2026-03-12"),
                // Saturday, Sunday and the holiday do not count
                Arguments.of(new AskingWillingness(GRANTED, 0), Fact.NO, false, Kind.CHECK_CONTACT, "2026-03-17"),
                Arguments.of(new AskingWillingness(GRANTED, 0), Fact.NO, true, Kind.ASK_VICTIM, "2026-03-18"),
                Arguments.of(
                        new Active(GRANTED, FRIDAY, new NotPlanned()), Fact.NO, true, Kind.PLAN_VISIT, "2026-03-18"),
                Arguments.of(new Active(GRANTED, FRIDAY, new Planned(PLAN)), Fact.NO, true, Kind.VISIT, "2026-03-21"),
                Arguments.of(
                        new Active(GRANTED, FRIDAY, new Held(PLAN, FRIDAY)),
                        Fact.NO,
                        true,
                        Kind.ASSESS_NEED,
                        "2026-03-18"),
                // five working days after the police said so, on 11 March
                Arguments.of(
                        new Active(GRANTED, FRIDAY, new NotPlanned()),
                        Fact.YES,
                        true,
                        Kind.ASK_POLICE_AGAIN,
                        "2026-03-19"),
                Arguments.of(
                        new Active(GRANTED, FRIDAY, new Planned(PLAN)),
                        Fact.YES,
                        true,
                        Kind.ASK_POLICE_AGAIN,
                        "2026-03-19"),
                Arguments.of(new AskingWillingness(GRANTED, 0), Fact.YES, true, Kind.ASK_POLICE_AGAIN, "2026-03-19"),
                Arguments.of(
                        new LimitedToFirstLine(GRANTED, Limit.DECLINED_BY_VICTIM, new NotPlanned()),
                        Fact.NO,
                        true,
                        Kind.CLOSE,
                        "2026-04-13"),
                Arguments.of(
                        new LimitedToFirstLine(null, Limit.WITHDRAWN_BY_VICTIM, new NotPlanned()),
                        Fact.NO,
                        true,
                        Kind.CLOSE,
                        "2026-04-08"),
                Arguments.of(new Withheld(GRANTED), Fact.YES, true, Kind.CLOSE, "2026-04-13"),
                Arguments.of(new Unreachable(GRANTED, 3), Fact.NO, true, Kind.CLOSE, "2026-04-13"));
    }

    @ParameterizedTest
    @MethodSource("tracks")
    void whatWaitsForTheCoordinatorHasAClock(Track track, Fact objection, boolean checked, Kind kind, LocalDate dueOn) {
        assertThat(next(track, objection, checked, Fact.YES)).contains(new NextAction(kind, dueOn));
    }

    @Test
    void aCaseIsEvaluatedAfterTheNeedWasAskedAndThenClosed() {
        var visited = new Active(GRANTED, FRIDAY, new Held(PLAN, FRIDAY));

        assertThat(next(visited, SupportNeed.UNKNOWN, null)).contains(new NextAction(Kind.EVALUATE, day("2026-04-27")));
        assertThat(next(visited, SupportNeed.UNKNOWN, EVALUATION))
                .contains(new NextAction(Kind.CLOSE, day("2026-04-30")));
    }

    @Test
    void onlyAClosedCaseHasNothingToBeDone() {
        assertThat(next(new Closed(new Withheld(GRANTED), Outcome.WITHHELD, FRIDAY, null), Fact.YES, true, Fact.YES))
                .isEmpty();
    }

    @Test
    void whatIsNoRobberyIsClosed() {
        assertThat(next(new Screening(), Fact.NO, true, Fact.NO))
                .contains(new NextAction(Kind.CLOSE, day("2026-04-09")));
    }

    /** Two weeks before, also when the case was closed; what is due earlier comes first. */
    @Test
    void t7AHearingWaitsForTheNoticeToTheProsecutor() {
        var hearing = Map.<Name, Object>of(Name.HEARING_ON, LocalDate.of(2026, 9, 1));
        var notice = new NextAction(Kind.HEARING_NOTICE, day("2026-08-18"));
        var visited = new Active(GRANTED, FRIDAY, new Held(PLAN, FRIDAY));

        assertThat(next(visited, hearing, null)).contains(new NextAction(Kind.ASSESS_NEED, day("2026-03-18")));
        assertThat(next(new Closed(visited, Outcome.COMPLETED, FRIDAY, null), hearing, null))
                .contains(notice);
        assertThat(next(new Closed(visited, Outcome.COMPLETED, FRIDAY, null), hearing, HearingNotice.Result.NOT_WANTED))
                .isEmpty();
        assertThat(next(new Closed(new Withheld(GRANTED), Outcome.WITHHELD, FRIDAY, null), hearing, null))
                .isEmpty();
        assertThat(next(visited, Map.of(Name.HEARING_ON, day("2026-03-24")), null))
                .contains(new NextAction(Kind.HEARING_NOTICE, day("2026-03-09")));
    }

    @Test
    void theMunicipalityMaySettleItsOwnTerms() {
        var aftercare = Robberies.aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"));

        assertThat(NextAction.of(aftercare, Playbooks.withDaysFor(Kind.ASK_POLICE, 3), WORKING_DAYS))
                .contains(new NextAction(Kind.ASK_POLICE, FRIDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-12, OVERDUE",
        "2026-03-13, SOON",
        // two working days over the weekend and the holiday
        "2026-03-18, SOON",
        "2026-03-19, LATER"
    })
    void soonIsWithinTwoWorkingDays(LocalDate dueOn, Urgency urgency) {
        assertThat(new NextAction(Kind.DECIDE, dueOn).urgency(FRIDAY, WORKING_DAYS))
                .isEqualTo(urgency);
    }

    private static Optional<NextAction> next(Track track, Fact objection, boolean checked, Fact isRobbery) {
        var reported = aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z");
        var stated = Statements.stated(
                Instant.parse("2026-03-11T12:00:00Z"),
                Map.of(Name.ROBBERY, isRobbery, Name.POLICE_OBJECTION, objection));
        var robbery = Robberies.after(reported, stated);
        Map<ContactParty, SupportContact> contacts =
                checked ? Map.of(ContactParty.VICTIM_SUPPORT, SupportContact.told(Fact.UNKNOWN, null)) : Map.of();
        return NextAction.of(Robberies.aCase(robbery, contacts, track, null, null), Playbook.DEFAULT, WORKING_DAYS);
    }

    private static Optional<NextAction> next(Track track, SupportNeed need, Evaluation evaluation) {
        var aftercare =
                Robberies.aCase(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"), Map.of(), track, need, evaluation);
        return NextAction.of(aftercare, Playbook.DEFAULT, WORKING_DAYS);
    }

    private static Optional<NextAction> next(Track track, Map<Name, ?> facts, HearingNotice.Result notice) {
        var stated = Statements.stated(Instant.parse("2026-03-11T12:00:00Z"), facts);
        var robbery = Robberies.after(aRobbery(RESIDENTIAL, "2026-03-02T20:00:00Z"), stated);
        var aftercare = Robberies.aCase(robbery, Map.of(), track, null, null);
        var told = notice == null
                ? aftercare
                : aftercare
                        .recordHearingNotice(new HearingNotice(notice, FRIDAY), FRIDAY)
                        .orRefuse()
                        .state();
        return NextAction.of(told, Playbook.DEFAULT, WORKING_DAYS);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
