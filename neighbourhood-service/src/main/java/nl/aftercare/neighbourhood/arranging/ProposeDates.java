package nl.aftercare.neighbourhood.arranging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.arranging.AnswerLinks.Question;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.Arrangement;
import nl.aftercare.neighbourhood.domain.Forecast;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.Answer;
import nl.aftercare.neighbourhood.domain.Meeting.AskedBy;
import nl.aftercare.neighbourhood.domain.Meeting.ChangeReason;
import nl.aftercare.neighbourhood.domain.Meeting.Head;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.domain.Meeting.Wish;
import nl.aftercare.neighbourhood.domain.MeetingEvent;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.neighbourhood.persistence.Meetings.Stored;
import nl.aftercare.neighbourhood.persistence.PartnerAnswers;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.InvalidInputException;
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
        var slots = request.slots(planId, time.now());
        var wish = new Wish(time.now(), AskedBy.COORDINATOR, ChangeReason.AS_AGREED);
        return meetings.plansWith(planId)
                .map(shared -> Stream.concat(shared.stream(), request.others().stream())
                        .distinct()
                        .sorted()
                        .toList())
                .flatMap(plans::hold)
                .onFailure(ProblemException.class)
                .transform(missing -> request.others().isEmpty()
                        ? missing
                        : new InvalidInputException("jointWith", "noemt een buurtplan dat er niet is"))
                .chain(() -> plans.toChange(planId))
                .flatMap(stored -> {
                    if (stored.version() != version) {
                        throw ProblemException.staleVersion();
                    }
                    var outline = stored.plan().outline();
                    return check(request, outline.municipality())
                            .chain(() -> oneByOne(
                                    Stream.concat(Stream.of(planId), request.others().stream())
                                            .toList(),
                                    plan -> checkPlan(plan, request, outline.municipality())))
                            .chain(() -> meetings.ofPlanToChange(planId))
                            .flatMap(found -> checkJoint(request, found, planId)
                                    .map(ignored -> decide(request, found, outline, slots, wish)));
                })
                .call(proposed -> proposed.events().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : meetings.save(proposed)
                                .chain(() -> plans.countProposal(
                                        proposed.state().head().planIds())))
                .map(Accepted::state)
                .call(meeting -> logbook.record(
                        meeting.head().municipality(),
                        "propose-dates",
                        meeting.head().id(),
                        request.partnerIds().stream().map(Subject::partner).toList()));
    }

    private Accepted<Meeting, MeetingEvent> decide(
            ProposalRequest request, @Nullable Meeting found, Outline outline, List<Slot> slots, Wish wish) {
        if (found != null) {
            return found.proposeAgain(slots, request.partnerIds(), wish).orRefuse();
        }
        var planIds = Stream.concat(Stream.of(outline.id()), request.others().stream())
                .toList();
        var head = new Head(Ids.next(time.now()), outline.municipality(), outline.robberyId(), planIds);
        return Meeting.propose(head, slots, request.partnerIds(), wish).orRefuse();
    }

    /** A plan of this municipality that still seeks a meeting, which can be arranged with the first partner. */
    private Uni<?> checkPlan(UUID planId, ProposalRequest request, Municipality municipality) {
        return plans.read(planId).flatMap(stored -> {
            var plan = stored.plan();
            if (!municipal.isOf(municipality, plan.outline().municipality())) {
                throw new InvalidInputException("jointWith", "noemt een buurtplan van een andere gemeente");
            }
            if (plan instanceof Arranged) {
                throw conflict(
                        "meeting-arranged",
                        "Over de bijeenkomst is al een afspraak. Wijzig die, of laat die vervallen.");
            }
            if (plan.whyNoMeeting().filter(Reason::isFound).isPresent()) {
                throw conflict("no-meeting-needed", "Voor deze melding is geen bijeenkomst meer nodig.");
            }
            return municipal
                    .partner("partnerIds[0]", request.partnerIds().getFirst(), municipality)
                    .invoke(partner -> {
                        if (!plan.suits(partner)) {
                            throw conflict(
                                    "partner-does-not-fit",
                                    "Met de eerste partner wordt afgesproken. Die past niet bij dit soort overval of deze buurt.");
                        }
                    });
        });
    }

    private static RefusedException conflict(String code, String reason) {
        return new RefusedException(new Refusal(code, reason));
    }

    /** By its link: once, and only in the round in which it was asked; after that it changes nothing. */
    Uni<Meeting> answerByLink(Question question, Answer answer) {
        return held(question.meetingId())
                .flatMap(stored -> stored.meeting() instanceof Proposed proposed
                                && proposed.round() == question.round()
                                && proposed.answers().containsKey(question.partnerId())
                        ? Uni.createFrom().item(stored.meeting())
                        : answer(stored.meeting(), question.partnerId(), question.round(), answer));
    }

    /**
     * By telephone; may be changed while nothing is agreed.
     *
     * @param version of the meeting that the coordinator has seen
     * @throws ProblemException 412 when somebody changed it meanwhile
     */
    Uni<Meeting> answerByTelephone(UUID meetingId, UUID partnerId, int version, Answer answer) {
        return held(meetingId).flatMap(stored -> {
            if (stored.version() != version) {
                throw ProblemException.staleVersion();
            }
            return answer(stored.meeting(), partnerId, stored.meeting().round(), answer);
        });
    }

    /** The meeting after its plans, neither of them read before they are held. */
    private Uni<Stored> held(UUID meetingId) {
        return meetings.plansOf(meetingId).flatMap(plans::hold).chain(() -> meetings.toChange(meetingId));
    }

    private Uni<Meeting> answer(Meeting meeting, UUID partnerId, int round, Answer answer) {
        var decision = meeting.answer(partnerId, round, answer).orRefuse();
        return meetings.save(decision)
                .chain(() -> keepHowLong(meeting, partnerId, answer))
                .chain(() -> decision.state() instanceof Agreed agreed
                        ? arrange(agreed)
                        : Uni.createFrom().voidItem())
                .replaceWith(decision.state());
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
                .flatMap(stored -> plans.save(stored.plan().agreeAsAsked(arrangement), stored, stored.version()));
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
        return oneByOne(others, other -> meetings.idOf(other).invoke(meeting -> {
            if (meeting != null) {
                throw conflict("plan-has-a-meeting", "Een van de andere buurtplannen heeft al een bijeenkomst.");
            }
        }));
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
