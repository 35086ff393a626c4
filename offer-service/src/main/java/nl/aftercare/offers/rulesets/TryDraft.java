package nl.aftercare.offers.rulesets;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import nl.aftercare.offers.domain.Effect;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.offers.persistence.Offers;
import nl.aftercare.offers.persistence.RuleSets;
import nl.aftercare.offers.rules.DmnTables;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.offers.rulesets.Areas.Area;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;

/** Runs a draft over the cases that are still kept, as if it had always held. */
@RequestScoped
class TryDraft {
    private static final int MOST = 2_000;
    private final RuleSets ruleSets;
    private final Rules rules;
    private final Offers offers;
    private final Areas areas;
    private final Transactions transactions;
    private final Logbook logbook;
    private final Time time;

    TryDraft(
            RuleSets ruleSets,
            Rules rules,
            Offers offers,
            Areas areas,
            Transactions transactions,
            Logbook logbook,
            Time time) {
        this.ruleSets = ruleSets;
        this.rules = rules;
        this.offers = offers;
        this.areas = areas;
        this.transactions = transactions;
        this.logbook = logbook;
        this.time = time;
    }

    /** Of the newest offers, at most two thousand per municipality. */
    Uni<EffectView> on(String code) {
        var area = areas.toChange(code);
        return transactions.in(area.tenancy(), () -> draftOf(area).flatMap(draft -> Multi.createFrom()
                .iterable(area.municipalities())
                .onItem()
                .transformToUniAndConcatenate(municipality -> effects(municipality, draft))
                .collect()
                .asList()
                .map(all -> EffectView.of(all.stream().flatMap(List::stream).toList()))));
    }

    private Uni<DmnTables> draftOf(Area area) {
        return ruleSets.read(area.code())
                .map(stored -> Optional.ofNullable(stored.ruleSet().draft()).orElseThrow(ProblemException::notFound))
                .flatMap(draft -> rules.compile(draft.dmn(), area.code() + "-0"));
    }

    private Uni<List<Effect>> effects(Municipality municipality, DmnTables draft) {
        return rules.of(municipality).flatMap(local -> offers.newest(municipality, MOST)
                .call(this::log)
                .flatMap(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(offer -> effect(offer, local, draft))
                        .collect()
                        .asList()));
    }

    private Uni<Effect> effect(TailoredOffer offer, Rules.Local local, DmnTables draft) {
        var robbery = offer.facts().robbery();
        return local.inForceFor(robbery.occurredOn(), time.today())
                .flatMap(now -> local.inForceFor(robbery.occurredOn(), time.today(), draft)
                        .map(then -> Effect.of(robbery.kind(), offer.linesBy(now), offer.linesBy(then))));
    }

    private Uni<Void> log(List<TailoredOffer> read) {
        return logbook.recordEach(
                "try-rule-set",
                read,
                TailoredOffer::municipality,
                TailoredOffer::id,
                offer -> Subject.victim(offer.caseId()));
    }
}
