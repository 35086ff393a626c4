package nl.aftercare.offers.composing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.aftercare.contracts.cases.CaseEvent;
import nl.aftercare.contracts.cases.CaseEvent.ContactParty;
import nl.aftercare.contracts.cases.CaseEvent.RobberyChanged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.contracts.cases.CaseEvent.SupportNeedAssessed;
import nl.aftercare.contracts.cases.CaseEvent.VictimContacted;
import nl.aftercare.offers.domain.Facts;
import nl.aftercare.offers.domain.Facts.Contact;
import nl.aftercare.offers.domain.RobberyKind;
import nl.aftercare.offers.domain.SupportNeed;
import nl.aftercare.offers.domain.SupportNeed.Tenure;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.offers.persistence.Offers;
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
    private final Logbook logbook;
    private final Time time;

    ComposeOffer(Offers offers, Logbook logbook, Time time) {
        this.offers = offers;
        this.logbook = logbook;
        this.time = time;
    }

    Uni<Void> forEachVictim(Municipality municipality, RobberyReported reported) {
        var facts = Facts.ofRobbery(
                RobberyKind.valueOf(reported.kind().name()),
                reported.occurredOn(),
                fact(reported.suspectKnown()),
                fact(reported.solved()));
        return each(reported.caseIds(), caseId -> compose(caseId, reported.robberyId(), municipality, facts));
    }

    /** Composes for victims who became known, and anew for the others. */
    Uni<Void> forChanged(Municipality municipality, RobberyChanged changed) {
        var now = Facts.ofRobbery(
                RobberyKind.valueOf(changed.kind().name()),
                changed.occurredOn(),
                fact(changed.suspectKnown()),
                fact(changed.solved()));
        return each(changed.caseIds(), caseId -> offers.findByCase(caseId)
                .flatMap(offer -> offer == null
                        ? compose(caseId, changed.robberyId(), municipality, now)
                        : recompose(offer, facts -> facts.withRobberyOf(now))));
    }

    Uni<TailoredOffer> anew(VictimContacted contacted) {
        return anew(contacted.caseId(), change(contacted));
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

    private Uni<TailoredOffer> anew(UUID caseId, UnaryOperator<Facts> change) {
        return offers.findByCase(caseId)
                .onItem()
                .ifNull()
                // by the order of the key the report comes first: it was not handled, so this waits beside it
                .failWith(() -> new IllegalStateException("the report of this case was not handled"))
                .flatMap(offer -> recompose(offer, change));
    }

    private Uni<TailoredOffer> recompose(TailoredOffer offer, UnaryOperator<Facts> change) {
        return offers.save(offer.recompose(change).orRefuse()).call(saved -> log("recompose-offer", saved));
    }

    private static Uni<Void> each(List<UUID> caseIds, Function<UUID, Uni<TailoredOffer>> work) {
        return Multi.createFrom()
                .iterable(caseIds)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<TailoredOffer> compose(UUID caseId, UUID robberyId, Municipality municipality, Facts facts) {
        var id = Ids.next(time.now());
        return offers.save(TailoredOffer.compose(id, caseId, robberyId, municipality, facts)
                        .orRefuse())
                .call(offer -> log("compose-offer", offer));
    }

    private Uni<Void> log(String action, TailoredOffer offer) {
        return logbook.recordOwnWork(offer.municipality(), action, offer.id(), List.of(Subject.victim(offer.caseId())));
    }

    private static UnaryOperator<Facts> change(VictimContacted contacted) {
        var contact = new Contact(fact(contacted.contacted()), contacted.contactedOn());
        return contacted.party() == ContactParty.VICTIM_SUPPORT
                ? facts -> facts.withVictimSupport(contact)
                : facts -> facts.withBranchOrganisation(contact);
    }

    private static Fact fact(CaseEvent.Fact fact) {
        return Fact.valueOf(fact.name());
    }
}
