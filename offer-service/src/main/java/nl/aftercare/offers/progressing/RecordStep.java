package nl.aftercare.offers.progressing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.offers.domain.MeasureStep;
import nl.aftercare.offers.domain.OfferEvent;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.offers.persistence.Offers;
import nl.aftercare.offers.persistence.Offers.Stored;
import nl.aftercare.offers.persistence.Providers;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** Records what happened with a measure of an offer. */
@ApplicationScoped
class RecordStep {
    private final Offers offers;
    private final Providers providers;
    private final Rules rules;
    private final Logbook logbook;
    private final Time time;

    RecordStep(Offers offers, Providers providers, Rules rules, Logbook logbook, Time time) {
        this.offers = offers;
        this.providers = providers;
        this.rules = rules;
        this.logbook = logbook;
        this.time = time;
    }

    /**
     * @param version that the coordinator has seen; a repeat of the last step needs no newer one
     * @throws ProblemException 404 when the offer has no such measure, 412 when somebody changed the offer meanwhile
     */
    @UnitOfWork
    Uni<Stored> record(UUID offerId, String measure, MeasureStep step, int version) {
        return offers.toChange(offerId)
                .call(stored -> known(stored.offer(), measure, step))
                .flatMap(stored -> rules.book(stored.offer().ruleVersion())
                        .map(book -> decide(stored, measure, step, book, version)))
                .flatMap(offers::change)
                .call(stored -> logbook.record(
                        stored.offer().municipality(),
                        "record-measure-step",
                        offerId,
                        List.of(Subject.victim(stored.offer().caseId()))));
    }

    private Accepted<TailoredOffer, OfferEvent> decide(
            Stored stored, String measure, MeasureStep step, RuleBook book, int version) {
        var decision = stored.offer().record(measure, step, book, time.today()).orRefuse();
        // a new version of the national tables is about to change the offer: see it first
        boolean isCurrent = book.version().equals(stored.offer().ruleVersion());
        if (!decision.events().isEmpty() && (version != stored.version() || !isCurrent)) {
            throw ProblemException.staleVersion();
        }
        return decision;
    }

    private Uni<Void> known(TailoredOffer offer, String measure, MeasureStep step) {
        if (offer.lines().stream().noneMatch(line -> line.measure().equals(measure))) {
            throw ProblemException.notFound();
        }
        var code = step.provider();
        return code == null
                ? Uni.createFrom().voidItem()
                : providers
                        .read(offer.municipality())
                        .invoke(stored -> {
                            if (stored.all().noneMatch(one -> one.code().equals(code) && one.gives(measure))) {
                                throw new InvalidInputException(
                                        "provider", "geeft deze maatregel niet in deze gemeente");
                            }
                        })
                        .replaceWithVoid();
    }
}
