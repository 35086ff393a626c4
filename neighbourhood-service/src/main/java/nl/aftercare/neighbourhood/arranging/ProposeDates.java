package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.Arrangement;
import nl.aftercare.neighbourhood.domain.Forecast;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.Answer;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.PartnerAnswers;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * Proposes dates to partners and takes their answers; once a date suits all, it is agreed. All within a transaction; plans are held before
 * their meeting, by everybody.
 */
@ApplicationScoped
class ProposeDates {
    private final Plans plans;
    private final Meetings meetings;
    private final PartnerAnswers answers;
    private final Municipal municipal;
    private final Logbook logbook;
    private final Time time;

    ProposeDates(
            Plans plans, Meetings meetings, PartnerAnswers answers, Municipal municipal, Logbook logbook, Time time) {
        this.plans = plans;
        this.meetings = meetings;
        this.answers = answers;
        this.municipal = municipal;
        this.logbook = logbook;
        this.time = time;
    }

    /**
     * @param version of the plan that the coordinator has seen
     * @throws ProblemException 412 when somebody changed the plan meanwhile, 409 when something is agreed already
     */
    Uni<Meeting> propose(UUID planId, ProposalRequest request, int version) {
        var slots = request.slots(time.now());
        var wish = new Wish(time.now(), AskedBy.COORDINATOR, ChangeReason.AS_AGREED);
        return plans.toChange(planId).flatMap(stored -> {
            if (stored.version() != version) {
                throw ProblemException.staleVersion();
            }
            var outline = stored.plan().outline();
            var municipality = outline.municipality();
            return check(request, municipality)
                    .chain(() -> meetings.ofPlanToChange(planId))
                    .flatMap(found -> checkJoint(request, found, planId).replaceWith(() -> {
                        if (stored.plan() instanceof Arranged) {
                            throw conflict(
                                    "meeting-arranged",
                                    "Over de bijeenkomst is al een afspraak. Wijzig die, of laat die vervallen.");
                        }
                        return (found == null
                                        ? Meeting.propose(
                                                new Head(
                                                        Ids.next(time.now()),
                                                        municipality,
                                                        outline.robberyId(),
                                                        Stream.concat(Stream.of(planId), request.others().stream())
                                                                .toList()),
                                                slots,
                                                request.partnerIds(),
                                                wish)
                                        : found.proposeAgain(slots, request.partnerIds(), wish))
                                .orRefuse();
                    }))
                    .call(meetings::save)
                    .call(accepted -> logbook.record(
                            municipality,
                            "propose-dates",
                            accepted.state().head().id(),
                            request.partnerIds().stream().map(Subject::partner).toList()))
                    .map(accepted -> accepted.state());
        });
    }

    private static ProblemException conflict(String code, String reason) {
        return new ProblemException(Problem.of(409, code, "Dit past niet bij de bijeenkomst", reason));
    }

    /**
     * A partner's answer, by its link or by telephone.
     *
     * @param round in which it was asked; null for the round of today
     */
    Uni<Meeting> answer(UUID meetingId, UUID partnerId, @Nullable Integer round, Answer answer) {
        return meetings.read(meetingId)
                .flatMap(stored -> hold(stored.meeting().head().planIds()))
                .chain(() -> meetings.toChange(meetingId))
                .flatMap(stored -> {
                    var meeting = stored.meeting();
                    var decision = meeting.answer(partnerId, round == null ? meeting.round() : round, answer)
                            .orRefuse();
                    return meetings.save(decision)
                            .chain(() -> keepHowLong(meeting, partnerId, answer))
                            .chain(() -> decision.state() instanceof Agreed agreed && !(meeting instanceof Agreed)
                                    ? arrange(agreed)
                                    : Uni.createFrom().voidItem())
                            .replaceWith(decision.state());
                });
    }

    private Uni<Void> keepHowLong(Meeting meeting, UUID partnerId, Answer answer) {
        return meeting instanceof Proposed proposed
                ? answers.add(
                        partnerId,
                        meeting.head().municipality(),
                        Forecast.askedAt(proposed).at(),
                        answer.at())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> hold(List<UUID> planIds) {
        return oneByOne(planIds.stream().sorted().toList(), plans::toChange);
    }

    /** Every plan that the meeting serves keeps its promise with it. */
    private Uni<Void> arrange(Agreed agreed) {
        var host = agreed.partnerIds().getFirst();
        return municipal
                .partner("partnerIds[0]", host, agreed.head().municipality())
                .flatMap(partner -> oneByOne(agreed.head().planIds(), plan -> arrange(plan, partner, agreed)));
    }

    private Uni<?> arrange(UUID planId, Partner partner, Agreed agreed) {
        var arrangement = new Arrangement(
                partner.id(), partner.kind(), time.today(), agreed.slot().startsAt());
        return plans.toChange(planId)
                .flatMap(stored -> plans.save(
                        stored.plan().arrange(partner, arrangement, time.today()), stored, stored.version()));
    }

    private Uni<Void> check(ProposalRequest request, Municipality municipality) {
        return oneByOne(
                        IntStream.range(0, request.partnerIds().size()).boxed().toList(),
                        i -> municipal.partner(
                                "partnerIds[" + i + "]", request.partnerIds().get(i), municipality))
                .chain(() -> oneByOne(
                        IntStream.range(0, request.options().size()).boxed().toList(),
                        i -> municipal.checkVenue(
                                "options[" + i + "].venueId",
                                request.options().get(i).venueId(),
                                municipality)));
    }

    /** A plan has one meeting in its life, which it may share. */
    private Uni<Void> checkJoint(ProposalRequest request, @Nullable Meeting found, UUID planId) {
        var others = request.others();
        if (found != null) {
            boolean isTheSame = others.isEmpty()
                    || found.head()
                            .planIds()
                            .equals(Stream.concat(Stream.of(planId), others.stream())
                                    .toList());
            if (!isTheSame) {
                throw conflict("meeting-is-shared-already", "De bijeenkomst hoort al bij andere buurtplannen.");
            }
            return Uni.createFrom().voidItem();
        }
        return oneByOne(others, other -> plans.read(other)
                .onFailure(ProblemException.class)
                .transform(missing -> new InvalidInputException("jointWith", "noemt een buurtplan dat er niet is"))
                .flatMap(stored -> meetings.idOf(other).invoke(meeting -> {
                    if (meeting != null || stored.plan() instanceof Arranged || other.equals(planId)) {
                        throw conflict(
                                "plan-has-a-meeting", "Een van de andere buurtplannen heeft al een bijeenkomst.");
                    }
                })));
    }

    private interface Work<T> {
        Uni<?> of(T one);
    }

    private static <T> Uni<Void> oneByOne(List<T> all, Work<T> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> work.of(one).replaceWithVoid())
                .onItem()
                .ignoreAsUni();
    }
}
