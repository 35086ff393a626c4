package nl.aftercare.offers.composing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.aftercare.contracts.cases.CaseEvent;
import nl.aftercare.contracts.cases.CaseEvent.AftercareDecided;
import nl.aftercare.contracts.cases.CaseEvent.ContactParty;
import nl.aftercare.contracts.cases.CaseEvent.DecisionResult;
import nl.aftercare.contracts.cases.CaseEvent.FirstVisitHeld;
import nl.aftercare.contracts.cases.CaseEvent.RobberyChanged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyMerged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.contracts.cases.CaseEvent.SupportNeedAssessed;
import nl.aftercare.contracts.cases.CaseEvent.VictimContacted;
import nl.aftercare.contracts.cases.CaseEvent.VisitWillingnessRecorded;
import nl.aftercare.offers.domain.Facts;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.Facts.Robbery;
import nl.aftercare.offers.domain.RobberyKind;
import nl.aftercare.offers.domain.SupportNeed;
import nl.aftercare.offers.domain.SupportNeed.Tenure;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.offers.persistence.Offers;
import nl.aftercare.offers.persistence.Renewals;
import nl.aftercare.offers.persistence.Schemes;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.time.Time;

/** Composes offers from the facts that events bring. */
@ApplicationScoped
class ComposeOffer {
    private final Offers offers;
    private final Schemes schemes;
    private final Renewals renewals;
    private final Rules rules;
    private final Logbook logbook;
    private final Time time;

    ComposeOffer(Offers offers, Schemes schemes, Renewals renewals, Rules rules, Logbook logbook, Time time) {
        this.offers = offers;
        this.schemes = schemes;
        this.renewals = renewals;
        this.rules = rules;
        this.logbook = logbook;
        this.time = time;
    }

    Uni<Void> forEachVictim(Municipality municipality, RobberyReported reported) {
        var robbery = new Robbery(
                RobberyKind.valueOf(reported.kind().name()),
                reported.occurredOn(),
                Fact.YES,
                fact(reported.suspectKnown()),
                fact(reported.solved()),
                Fact.UNKNOWN);
        return settings(municipality)
                .flatMap(local -> each(
                        reported.caseIds(),
                        caseId -> compose(caseId, reported.robberyId(), municipality, robbery, local)));
    }

    /** Composes for victims who became known, and anew for the others. */
    Uni<Void> forChanged(Municipality municipality, RobberyChanged changed) {
        var robbery = new Robbery(
                RobberyKind.valueOf(changed.kind().name()),
                changed.occurredOn(),
                fact(changed.robbery()),
                fact(changed.suspectKnown()),
                fact(changed.solved()),
                changed.hearingOn() == null ? Fact.UNKNOWN : Fact.YES);
        return settings(municipality)
                .flatMap(local -> each(changed.caseIds(), caseId -> offers.ofCaseToChange(caseId)
                        .flatMap(offer -> offer == null
                                ? compose(caseId, changed.robberyId(), municipality, robbery, local)
                                : recompose(offer, facts -> facts.withRobbery(robbery), local))));
    }

    /** The victims of a report that was merged are helped under the other one. */
    Uni<Void> forMerged(RobberyMerged merged) {
        return offers.casesOf(merged.robberyId())
                .flatMap(cases -> each(cases, caseId -> anew(caseId, Facts::withMergedIntoOther)));
    }

    Uni<TailoredOffer> anew(AftercareDecided decided) {
        var granted = decided.result() == DecisionResult.WITHHELD ? Fact.NO : Fact.YES;
        return anew(decided.caseId(), facts -> facts.withGranted(granted));
    }

    Uni<TailoredOffer> anew(VisitWillingnessRecorded recorded) {
        return anew(recorded.caseId(), facts -> facts.withWilling(fact(recorded.willing())));
    }

    Uni<TailoredOffer> anew(FirstVisitHeld held) {
        return anew(held.caseId(), Facts::withVisitHeld);
    }

    Uni<TailoredOffer> anew(VictimContacted contacted) {
        var contact = new Contact(fact(contacted.contacted()), contacted.contactedOn());
        return anew(
                contacted.caseId(),
                facts -> contacted.party() == ContactParty.VICTIM_SUPPORT
                        ? facts.withVictimSupport(contact)
                        : facts.withBranchOrganisation(contact));
    }

    Uni<TailoredOffer> anew(SupportNeedAssessed assessed) {
        var need = new SupportNeed(
                fact(assessed.homeInsecure()),
                fact(assessed.entrepreneur()),
                Tenure.valueOf(assessed.tenure().name()),
                fact(assessed.hardship()),
                fact(assessed.cashHandled()),
                fact(assessed.helpWithForms()),
                fact(assessed.talkWithOffender()));
        return anew(assessed.caseId(), facts -> facts.withNeed(need));
    }

    /** With the rules and the schemes of today. */
    Uni<TailoredOffer> anew(TailoredOffer offer, Settings local) {
        return recompose(offer, UnaryOperator.identity(), local);
    }

    private Uni<TailoredOffer> anew(UUID caseId, UnaryOperator<Facts> change) {
        return offers.ofCaseToChange(caseId)
                .onItem()
                .ifNull()
                // by the order of the key the report comes first: it was not handled, so this waits beside it
                .failWith(() -> new IllegalStateException("the report of this case was not handled"))
                .flatMap(offer -> settings(offer.municipality()).flatMap(local -> recompose(offer, change, local)));
    }

    private Uni<TailoredOffer> recompose(TailoredOffer offer, UnaryOperator<Facts> change, Settings local) {
        var facts = local.judged(change.apply(offer.facts()));
        return local.rulesFor(facts)
                .flatMap(rules -> offers.save(offer.recompose(facts, rules).orRefuse()))
                .call(saved -> log("recompose-offer", saved));
    }

    private static Uni<Void> each(List<UUID> caseIds, Function<UUID, Uni<TailoredOffer>> work) {
        return Multi.createFrom()
                .iterable(caseIds)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<TailoredOffer> compose(
            UUID caseId, UUID robberyId, Municipality municipality, Robbery robbery, Settings local) {
        var facts = local.judged(Facts.ofRobbery(robbery));
        return local.rulesFor(facts)
                .flatMap(rules -> offers.save(
                        TailoredOffer.compose(Ids.next(time.now()), caseId, robberyId, municipality, facts, rules)
                                .orRefuse()))
                .call(offer -> log("compose-offer", offer));
    }

    private Uni<Settings> settings(Municipality municipality) {
        return settings(municipality, time.today());
    }

    /** What the municipality decided. What it decides from now on, waits for the end of this transaction and reaches its offers. */
    Uni<Settings> settings(Municipality municipality, LocalDate today) {
        return renewals.hold(municipality, rules.national().version()).chain(() -> settingsOf(municipality, today));
    }

    Uni<Settings> settingsOf(Municipality municipality, LocalDate today) {
        return schemes.read(municipality)
                .flatMap(stored -> rules.of(municipality).map(local -> new Settings(stored, local, today)));
    }

    private Uni<Void> log(String action, TailoredOffer offer) {
        return logbook.recordOwnWork(offer.municipality(), action, offer.id(), List.of(Subject.victim(offer.caseId())));
    }

    private static Fact fact(CaseEvent.Fact fact) {
        return Fact.valueOf(fact.name());
    }
}
