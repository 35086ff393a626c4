package nl.aftercare.neighbourhood.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.platform.kernel.WorkingDays;

/**
 * What has to be given up for a date when none fits: the least of it.
 *
 * @param option with the partners who can come
 * @param daysLate after the last day within what the municipality settled
 * @param absent kinds of partners of whom nobody can come
 * @param seatsShort how many of those expected do not fit in the hall
 */
public record Concession(MeetingOption option, int daysLate, List<PartnerKind> absent, int seatsShort) {
    private static final int DAYS_BEYOND = 28;
    private static final int COST_OF_ABSENCE = 7;
    private static final int SEATS_AS_A_DAY = 10;

    public Concession {
        absent = List.copyOf(absent);
    }

    /** In days: a partner who is not there counts as a week, ten seats too few as a day. */
    int cost() {
        return daysLate + COST_OF_ABSENCE * absent.size() + Math.ceilDiv(seatsShort, SEATS_AS_A_DAY);
    }

    /**
     * The least, of all dates up to four weeks beyond the last day; of equal ones the best date.
     *
     * @param others what is planned or agreed beside it: halls and partners are not booked twice
     * @return empty when no hall is free on any day
     */
    static Optional<Concession> least(MeetingRequest request, Collection<MeetingOption> others, WorkingDays days) {
        var last = request.latest().isBefore(request.earliest()) ? request.earliest() : request.latest();
        return request.times(last.plusDays(DAYS_BEYOND), days)
                .flatMap(time -> halls(request, time, others))
                .map(hall -> concession(request, hall, others))
                .min(Comparator.comparingInt(Concession::cost)
                        .thenComparingInt(one -> request.cost(one.option()))
                        .thenComparing(one -> one.option().time().day()));
    }

    private static Stream<MeetingOption> halls(
            MeetingRequest request, MeetingTime time, Collection<MeetingOption> others) {
        return request.halls(venue -> venue.availability().covers(time))
                .map(venue -> new MeetingOption(time, venue.orElse(null), List.of()))
                .filter(hall -> others.stream().noneMatch(hall::clashesWith));
    }

    private static Concession concession(MeetingRequest request, MeetingOption hall, Collection<MeetingOption> others) {
        var time = hall.time();
        var company = request.partners().stream()
                .map(kind -> kind.stream()
                        .filter(partner -> canCome(partner, time, others))
                        .findFirst())
                .toList();
        var absent = Stream.iterate(0, i -> i < company.size(), i -> i + 1)
                .filter(i -> company.get(i).isEmpty())
                .map(i -> request.partners().get(i).getFirst().kind())
                .toList();
        var present =
                company.stream().flatMap(Optional::stream).map(Partner::id).toList();
        var venue = hall.venue();
        return new Concession(
                new MeetingOption(time, venue, present),
                Math.max(0, (int) (time.day().toEpochDay() - request.latest().toEpochDay())),
                absent,
                venue == null ? 0 : Math.max(0, request.expected() - venue.capacity()));
    }

    private static boolean canCome(Partner partner, MeetingTime time, Collection<MeetingOption> others) {
        List<UUID> alone = List.of(partner.id());
        return partner.availability().covers(time)
                && others.stream().noneMatch(new MeetingOption(time, null, alone)::clashesWith);
    }
}
