package nl.aftercare.neighbourhood.dates;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.DateProposal;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.MeetingOption;
import nl.aftercare.neighbourhood.domain.MeetingRequest;
import nl.aftercare.neighbourhood.domain.MeetingTime;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.domain.Settings;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.neighbourhood.persistence.DatePlanning;
import nl.aftercare.neighbourhood.persistence.DatePlanning.Claim;
import nl.aftercare.neighbourhood.persistence.DateProposals;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.Partners;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.neighbourhood.persistence.StoredSettings;
import nl.aftercare.neighbourhood.persistence.Venues;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;

/** Finds dates for the regions that want them, one region after the other, on a thread of its own. */
@ApplicationScoped
class PlanDates {
    /** Longer than to read, solve and write may take together. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int DAYS_BACK = 120;

    private final DateSolver solver = new DateSolver();
    private final DatePlanning planning;
    private final DateProposals proposals;
    private final Plans plans;
    private final Meetings meetings;
    private final Partners partners;
    private final Venues venues;
    private final StoredSettings settings;
    private final Logbook logbook;
    private final Planned planned;
    private final Transactions transactions;
    private final WorkingDays workingDays;
    private final Vertx vertx;
    private final Time time;
    private final Rounds rounds;

    PlanDates(
            DatePlanning planning,
            DateProposals proposals,
            Plans plans,
            Meetings meetings,
            Partners partners,
            Venues venues,
            StoredSettings settings,
            Logbook logbook,
            Planned planned,
            Transactions transactions,
            WorkingDays workingDays,
            Vertx vertx,
            Time time,
            Rounds rounds) {
        this.planning = planning;
        this.proposals = proposals;
        this.plans = plans;
        this.meetings = meetings;
        this.partners = partners;
        this.venues = venues;
        this.settings = settings;
        this.logbook = logbook;
        this.planned = planned;
        this.transactions = transactions;
        this.workingDays = workingDays;
        this.vertx = vertx;
        this.time = time;
        this.rounds = rounds;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rounds.whileFound("planning dates", () -> planning.claim(LEASE).call(this::answer));
    }

    private Uni<Void> answer(List<Claim> claims) {
        if (claims.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var claim = claims.getFirst();
        var region = new Tenancy(planned.municipalities(claim.region()));
        return transactions
                .in(region, () -> read(region.municipalities()))
                .flatMap(directory -> solve(directory))
                .flatMap(found -> transactions.in(region, () -> save(found).chain(() -> planning.done(claim))));
    }

    /** What the planning of a region starts from. */
    private record Directory(
            List<NeighbourhoodPlan> plans,
            List<Partner> partners,
            List<Venue> venues,
            List<Agreed> agreed,
            Map<Municipality, Settings> settings) {}

    private Uni<Directory> read(Set<Municipality> region) {
        return plans.since(time.today().minusDays(DAYS_BACK))
                .flatMap(found -> partners.of(region).flatMap(directory -> venues.of(region)
                        .flatMap(halls -> meetings.agreed().flatMap(agreed -> settings.all()
                                .map(all -> new Directory(found, directory, halls, agreed, all))))));
    }

    private Uni<Map<NeighbourhoodPlan, DateProposal>> solve(Directory directory) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(() -> propose(directory), false)
                .toCompletionStage());
    }

    private Map<NeighbourhoodPlan, DateProposal> propose(Directory directory) {
        var requests = new HashMap<NeighbourhoodPlan, MeetingRequest>();
        directory.plans().stream()
                .filter(plan -> plan instanceof Opened && plan.whyNoMeeting().isEmpty())
                .forEach(plan -> requests.put(plan, request(plan, directory)));
        var agreed = agreed(directory);
        var chosen = solver.plan(requests.values(), agreed, workingDays);
        return requests.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> DateProposal.of(entry.getValue(), chosen, agreed, workingDays)));
    }

    private MeetingRequest request(NeighbourhoodPlan plan, Directory directory) {
        var municipality = planned.today(plan.outline().municipality());
        return MeetingRequest.of(
                plan,
                directory.settings().getOrDefault(municipality, Settings.USUAL),
                directory.partners().stream()
                        .filter(partner -> planned.today(partner.municipality()).equals(municipality))
                        .toList(),
                directory.venues().stream()
                        .filter(venue -> planned.today(venue.municipality()).equals(municipality))
                        .toList(),
                time.today());
    }

    /** Their halls and partners are taken; of arrangements without a meeting only the partner is known. */
    private static List<MeetingOption> agreed(Directory directory) {
        var ofMeetings = directory.agreed().stream()
                .map(meeting -> option(meeting, directory.venues()))
                .toList();
        var served = directory.agreed().stream()
                .flatMap(meeting -> meeting.head().planIds().stream())
                .collect(Collectors.toSet());
        return Stream.concat(
                        ofMeetings.stream(),
                        directory.plans().stream()
                                .filter(plan -> plan instanceof Arranged
                                        && !served.contains(plan.outline().id()))
                                .map(plan -> MeetingOption.of(((Arranged) plan).arrangement())))
                .toList();
    }

    private static MeetingOption option(Agreed meeting, List<Venue> venues) {
        var venue = venues.stream()
                .filter(one -> one.id().equals(meeting.slot().venueId()))
                .findFirst()
                .orElse(null);
        return new MeetingOption(
                MeetingTime.of(meeting.slot().startsAt(), meeting.slot().endsAt()), venue, meeting.partnerIds());
    }

    private Uni<Void> save(Map<NeighbourhoodPlan, DateProposal> found) {
        return Multi.createFrom()
                .iterable(found.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> save(entry.getKey(), entry.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> save(NeighbourhoodPlan plan, DateProposal proposal) {
        var municipality = plan.outline().municipality();
        UUID id = plan.outline().id();
        return proposals
                .save(proposal, municipality, time.now())
                .chain(() -> logbook.recordOwnWork(municipality, "propose-dates", id, List.of()));
    }
}
