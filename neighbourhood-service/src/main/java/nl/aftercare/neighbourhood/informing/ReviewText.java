package nl.aftercare.neighbourhood.informing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourText;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.PlanEvent;
import nl.aftercare.neighbourhood.domain.TextReview;
import nl.aftercare.neighbourhood.domain.TextReview.Reading;
import nl.aftercare.neighbourhood.domain.TextReview.State;
import nl.aftercare.neighbourhood.informing.TextResource.ApprovedText;
import nl.aftercare.neighbourhood.persistence.Plans;
import nl.aftercare.neighbourhood.persistence.TextReviews;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Lets people read the texts for neighbours before they go. */
@ApplicationScoped
class ReviewText {
    private final Plans plans;
    private final TextReviews reviews;
    private final WriteText writeText;
    private final Logbook logbook;
    private final Caller caller;
    private final Time time;

    ReviewText(Plans plans, TextReviews reviews, WriteText writeText, Logbook logbook, Caller caller, Time time) {
        this.plans = plans;
        this.reviews = reviews;
        this.writeText = writeText;
        this.logbook = logbook;
        this.caller = caller;
        this.time = time;
    }

    @UnitOfWork
    Uni<TextView> read(UUID planId, NeighbourText kind) {
        return plans.read(planId).flatMap(stored -> writeText
                .write(stored.plan().outline(), kind)
                .flatMap(written -> reviews.of(planId, kind, written.whole())
                        .map(review -> TextView.of(kind, review, written.whyThisPlace()))));
    }

    /** Fails with not found when the text as it is now was not approved. */
    @UnitOfWork
    Uni<ApprovedText> approved(UUID planId, NeighbourText kind) {
        return plans.read(planId).flatMap(stored -> writeText
                .write(stored.plan().outline(), kind)
                .flatMap(written -> reviews.of(planId, kind, written.whole()))
                .map(review -> {
                    var audience = stored.plan().outline().audience();
                    if (review.state() != State.APPROVED || audience == null) {
                        throw ProblemException.notFound();
                    }
                    var view = TextView.of(kind, review, "");
                    return new ApprovedText(view.subject(), view.body(), audience.addresses());
                }));
    }

    @UnitOfWork
    Uni<TextView> police(UUID planId, NeighbourText kind, PoliceReading reading) {
        return change(
                planId,
                kind,
                reading.fingerprint(),
                "record-police-reading",
                (plan, review) ->
                        review.read(new Reading(reading.outcome(), reading.on(), caller.subject()), time.today()));
    }

    @UnitOfWork
    Uni<TextView> approve(UUID planId, NeighbourText kind, String fingerprint) {
        return change(
                planId,
                kind,
                fingerprint,
                "approve-neighbour-text",
                (plan, review) -> review.approve(plan, kind, caller.subject(), time.today()));
    }

    private interface Change {
        Decision<TextReview, PlanEvent> of(NeighbourhoodPlan plan, TextReview review);
    }

    private Uni<TextView> change(UUID planId, NeighbourText kind, String fingerprint, String action, Change change) {
        return plans.toChange(planId).flatMap(stored -> {
            var outline = stored.plan().outline();
            return writeText.write(outline, kind).flatMap(written -> {
                if (!TextView.fingerprint(written.whole()).equals(fingerprint)) {
                    throw new RefusedException(
                            new Refusal("text-changed", "De tekst is intussen veranderd. Lees de nieuwe tekst."));
                }
                return reviews.of(planId, kind, written.whole())
                        .map(review -> change.of(stored.plan(), review).orRefuse())
                        .call(accepted -> reviews.save(outline, kind, accepted))
                        .call(() -> logbook.record(outline.municipality(), action, planId, List.of()))
                        .map(accepted -> TextView.of(kind, accepted.state(), written.whyThisPlace()));
            });
        });
    }
}
