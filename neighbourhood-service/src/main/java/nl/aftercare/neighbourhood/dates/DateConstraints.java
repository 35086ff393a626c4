package nl.aftercare.neighbourhood.dates;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoft.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import nl.aftercare.neighbourhood.dates.Booking.Attendance;
import nl.aftercare.neighbourhood.domain.Unrest;

/**
 * What meetings do to each other. What an option breaks by itself (the term, holidays, who can come, the size of the hall) never
 * becomes an option.
 */
public class DateConstraints implements ConstraintProvider {
    static final int REWARD_OF_ONE_MEETING = 25;
    static final int COST_OF_LOAD = 2;
    static final int PRIORITY_IN_UNREST = 2;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory meetings) {
        return new Constraint[] {
            nobodyAndNoHallIsBookedTwice(meetings),
            aHallHoldsAllWhoAreExpected(meetings),
            everyMeetingGetsADate(meetings),
            soonAndAtAHandyHour(meetings),
            oneMeetingForRobberiesNearEachOther(meetings),
            partnersShareTheLoad(meetings)
        };
    }

    private static Constraint nobodyAndNoHallIsBookedTwice(ConstraintFactory meetings) {
        return meetings.forEachUniquePair(Booking.class, Joiners.equal(Booking::day))
                .filter(Booking::clashesWith)
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("nobody and no hall is booked twice");
    }

    private static Constraint aHallHoldsAllWhoAreExpected(ConstraintFactory meetings) {
        return meetings.forEach(Booking.class)
                .filter(booking -> booking.isSought() && booking.chosen().venue() != null)
                .groupBy(Booking::seating, ConstraintCollectors.sum(booking -> booking.request()
                        .expected()))
                .filter((seating, expected) -> expected > seating.venue().capacity())
                .penalize(
                        HardMediumSoftScore.ONE_HARD,
                        (seating, expected) -> expected - seating.venue().capacity())
                .asConstraint("a hall holds all who are expected");
    }

    private static Constraint everyMeetingGetsADate(ConstraintFactory meetings) {
        return meetings.forEachIncludingUnassigned(Booking.class)
                .filter(booking -> booking.option() == null)
                .penalize(
                        HardMediumSoftScore.ONE_MEDIUM,
                        booking -> booking.request().unrest() == Unrest.HIGH ? PRIORITY_IN_UNREST : 1)
                .asConstraint("every meeting gets a date");
    }

    private static Constraint soonAndAtAHandyHour(ConstraintFactory meetings) {
        return meetings.forEach(Booking.class)
                .filter(Booking::isSought)
                .penalize(HardMediumSoftScore.ONE_SOFT, booking -> booking.request()
                        .cost(booking.chosen()))
                .asConstraint("soon, and at a handy hour");
    }

    private static Constraint oneMeetingForRobberiesNearEachOther(ConstraintFactory meetings) {
        return meetings.forEachUniquePair(Booking.class, Joiners.equal(Booking::day))
                .filter(Booking::isJointWith)
                .reward(HardMediumSoftScore.ONE_SOFT, (one, other) -> REWARD_OF_ONE_MEETING)
                .asConstraint("one meeting for robberies near each other");
    }

    private static Constraint partnersShareTheLoad(ConstraintFactory meetings) {
        return meetings.forEach(Booking.class)
                .flattenLast(Booking::attendances)
                .groupBy(Attendance::partnerId, ConstraintCollectors.countDistinct(Attendance::time))
                .penalize(HardMediumSoftScore.ONE_SOFT, (partner, times) -> COST_OF_LOAD * times * times)
                .asConstraint("partners share the load");
    }
}
