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
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.AskingWillingness;
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
                Arguments.of(new Active(GRANTED, FRIDAY, new Planned(PLAN)), Fact.NO, true, Kind.VISIT, "2026-03-21"));
    }

    @ParameterizedTest
    @MethodSource("tracks")
    void whatWaitsForTheCoordinatorHasAClock(Track track, Fact objection, boolean checked, Kind kind, LocalDate dueOn) {
        assertThat(next(track, objection, checked, Fact.YES)).contains(new NextAction(kind, dueOn));
    }

    static Stream<Arguments> waitingForNobody() {
        return Stream.of(
                Arguments.of(new Active(GRANTED, FRIDAY, new Held(PLAN, PLAN.on())), Fact.NO),
                Arguments.of(new Active(GRANTED, FRIDAY, new NotPlanned()), Fact.YES),
                Arguments.of(new AskingWillingness(GRANTED, 0), Fact.YES),
                Arguments.of(new LimitedToFirstLine(GRANTED, Limit.DECLINED_BY_VICTIM, new NotPlanned()), Fact.NO),
                Arguments.of(new Withheld(GRANTED), Fact.YES),
                Arguments.of(new Unreachable(GRANTED, 3), Fact.NO));
    }

    @ParameterizedTest
    @MethodSource("waitingForNobody")
    void whatWaitsForNobodyHasNone(Track track, Fact objection) {
        assertThat(next(track, objection, true, Fact.YES)).isEmpty();
    }

    @Test
    void whatIsNoRobberyHasNothingToBeDone() {
        assertThat(next(new Screening(), Fact.NO, true, Fact.NO)).isEmpty();
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
        var robbery = new Robbery(
                reported.id(),
                reported.municipality(),
                reported.reportedAt(),
                reported.facts().with(stated),
                2);
        Map<ContactParty, SupportContact> contacts =
                checked ? Map.of(ContactParty.VICTIM_SUPPORT, SupportContact.told(Fact.UNKNOWN, null)) : Map.of();
        var aftercare =
                new AftercareCase(Robberies.aCase(robbery).id(), robbery, Robberies.OPENED_ON, contacts, null, track);
        return NextAction.of(aftercare, WORKING_DAYS);
    }
}
