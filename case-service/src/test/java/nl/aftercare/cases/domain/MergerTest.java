package nl.aftercare.cases.domain;

import static nl.aftercare.cases.domain.Robberies.aCase;
import static nl.aftercare.cases.domain.Robberies.aRobbery;
import static nl.aftercare.cases.domain.RobberyKind.COMMERCIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.cases.domain.CaseEvent.CaseClosed;
import nl.aftercare.cases.domain.CaseEvent.RobberyChanged;
import nl.aftercare.cases.domain.CaseEvent.RobberyMerged;
import nl.aftercare.cases.domain.CaseEvent.VictimContacted;
import nl.aftercare.cases.domain.CaseEvent.VisitWillingnessRecorded;
import nl.aftercare.cases.domain.Merger.Side;
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;

/** Two reports of one incident: nothing of either is lost. */
class MergerTest {
    private static final Instant NOW = Instant.parse("2026-03-12T12:00:00Z");
    private static final Instant EARLY = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-04T12:00:00Z");
    private static final CaseId NEW = new CaseId(UUID.randomUUID());

    @Test
    void ofEachFactTheLatestStatementHoldsWhicheverSideItCameFrom() {
        var kept = stated(stated(aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z"), EARLY, Name.SOLVED), LATE, Name.FIREARM);
        var merged = Robberies.after(
                aRobbery(COMMERCIAL, "2026-03-02T20:30:00Z"),
                Statements.stated(LATE, Map.of(Name.SOLVED, Fact.NO, Name.WOUNDED, Fact.YES)));
        var andOlder =
                Robberies.after(merged, Statements.stated(EARLY, Map.of(Name.FIREARM, Fact.NO, Name.DEAD, Fact.NO)));

        var known = merger(new Side(kept, List.of()), new Side(andOlder, List.of()), Map.of())
                .state()
                .kept()
                .facts()
                .circumstances();

        assertThat(known.solved()).isEqualTo(Fact.NO);
        assertThat(known.wounded()).isEqualTo(Fact.YES);
        assertThat(known.firearm()).isEqualTo(Fact.YES);
        assertThat(known.dead()).isEqualTo(Fact.NO);
    }

    @Test
    void aVictimOfBothGoesOnInOneCaseWithWhatWasKnownOfContacts() {
        var kept = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");
        var here = aCase(kept);
        var merged = aRobbery(COMMERCIAL, "2026-03-02T20:30:00Z");
        var there = contacted(aCase(merged));

        var done =
                merger(new Side(kept, List.of(here)), new Side(merged, List.of(there)), Map.of(there.id(), here.id()));

        var goesOn = done.state().goesOn().get(there.id());
        assertThat(goesOn.id()).isEqualTo(here.id());
        assertThat(goesOn.contactWith(ContactParty.VICTIM_SUPPORT).contacted()).isEqualTo(Fact.YES);
        assertThat(goesOn.robbery()).isEqualTo(done.state().kept());
        assertThat(done.events())
                .<Class<?>>extracting(Object::getClass)
                .containsExactly(VictimContacted.class, RobberyMerged.class, CaseClosed.class);
    }

    @Test
    void aVictimOfOneGetsACaseOfTheOther() {
        var kept = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");
        var merged = aRobbery(COMMERCIAL, "2026-03-02T20:30:00Z");
        var there = aCase(merged);

        var done = merger(new Side(kept, List.of(aCase(kept))), new Side(merged, List.of(there)), Map.of());

        assertThat(done.state().goesOn().get(there.id()).id()).isEqualTo(NEW);
        assertThat(done.state().goesOn().get(there.id()).openedOn()).isEqualTo(there.openedOn());
        assertThat(((RobberyChanged) done.events().getFirst()).caseIds()).contains(NEW);
        assertThat(done.state().closed()).singleElement().satisfies(closed -> {
            assertThat(closed.track()).isInstanceOf(Closed.class);
            assertThat(closed.outcome()).isEqualTo(Playbook.Outcome.MERGED);
        });
        assertThat(done.state().merged().mergedInto()).isEqualTo(kept.id());
    }

    @Test
    void aVictimWhoWithdrewHasWithdrawn() {
        var kept = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");
        var merged = aRobbery(COMMERCIAL, "2026-03-02T20:30:00Z");
        var there = ((Accepted<AftercareCase, CaseEvent>) aCase(merged).withdraw()).state();

        var done = merger(new Side(kept, List.of()), new Side(merged, List.of(there)), Map.of());

        assertThat(done.state().goesOn().get(there.id()).track()).isInstanceOf(LimitedToFirstLine.class);
        assertThat(done.events()).hasAtLeastOneElementOfType(VisitWillingnessRecorded.class);
    }

    @Test
    void aVictimWhoWithdrewHasWithdrawnAlsoWhenThatCaseWasClosed() {
        var kept = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");
        var here = aCase(kept);
        var merged = aRobbery(COMMERCIAL, "2026-03-02T20:30:00Z");
        var withdrawn = ((Accepted<AftercareCase, CaseEvent>) aCase(merged).withdraw()).state();
        var closed = ((Accepted<AftercareCase, CaseEvent>) withdrawn.close(null, LocalDate.of(2026, 3, 11))).state();

        var done = merger(
                new Side(kept, List.of(here)), new Side(merged, List.of(closed)), Map.of(closed.id(), here.id()));

        assertThat(done.state().goesOn().get(closed.id()).track()).isInstanceOf(LimitedToFirstLine.class);
    }

    @Test
    void whatOneSideKnowsOfAContactIsNotLostByTheOther() {
        var kept = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");
        var merged = aRobbery(COMMERCIAL, "2026-03-02T20:30:00Z");
        var yes = contacted(aCase(kept));
        var no = told(aCase(merged), SupportContact.told(Fact.NO, null));
        var asked = told(aCase(kept), SupportContact.told(Fact.UNKNOWN, null));
        var unasked = aCase(merged);

        assertThat(contactAfter(kept, yes, merged, no)).isEqualTo(yes.contactWith(ContactParty.VICTIM_SUPPORT));
        assertThat(contactAfter(merged, no, kept, yes)).isEqualTo(yes.contactWith(ContactParty.VICTIM_SUPPORT));
        assertThat(contactAfter(kept, asked, merged, unasked).checked()).isTrue();
        assertThat(contactAfter(merged, unasked, kept, asked).checked()).isTrue();
    }

    @Test
    void theMunicipalityGotToKnowByTheFirstReport() {
        var early = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");
        var late = early.reportedBy(early.reportedAt().minusSeconds(3600));

        assertThat(merger(new Side(early, List.of()), new Side(late, List.of()), Map.of())
                        .state()
                        .kept()
                        .reportedAt())
                .isEqualTo(late.reportedAt());
    }

    @Test
    void inACaseThatGoesOnElsewhereNothingIsDoneAnyMore() {
        var kept = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");
        var merged = aRobbery(COMMERCIAL, "2026-03-02T20:30:00Z");
        var over = merger(new Side(kept, List.of()), new Side(merged, List.of(aCase(merged))), Map.of())
                .state()
                .closed()
                .getFirst();

        for (var decision : List.of(
                over.reopen(),
                over.recordContact(
                        ContactParty.VICTIM_SUPPORT, SupportContact.told(Fact.YES, null), LocalDate.of(2026, 3, 12)),
                over.takeAdvice(new PartyAdvice(ContactParty.VICTIM_SUPPORT, NOW, "Neem de tijd.")))) {
            assertThat(((Refused<AftercareCase, CaseEvent>) decision).refusal().code())
                    .isEqualTo("case-merged");
        }
    }

    @Test
    void whatIsDecidedOrNoRobberyIsNotMergedAway() {
        var kept = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");
        var asked = Robberies.after(
                aRobbery(COMMERCIAL, "2026-03-02T20:30:00Z"),
                Statements.stated(EARLY, Map.of(Name.POLICE_OBJECTION, Fact.NO)));
        var decision = new AftercareDecision(
                AftercareDecision.Result.GRANTED_WITH_VISIT, "somebody", LocalDate.of(2026, 3, 11));
        var decided = ((Accepted<AftercareCase, CaseEvent>) aCase(asked).decide(decision)).state();
        var none = Robberies.after(asked, Statements.stated(LATE, Map.of(Name.ROBBERY, Fact.NO)));

        refused(of(new Side(kept, List.of()), new Side(asked, List.of(decided)), Map.of()), "already-decided");
        refused(of(new Side(kept, List.of()), new Side(none, List.of()), Map.of()), "not-a-robbery");
        refused(of(new Side(none, List.of()), new Side(kept, List.of()), Map.of()), "not-a-robbery");
    }

    private static Robbery stated(Robbery robbery, Instant at, Name fact) {
        return Robberies.after(robbery, Statements.stated(at, Map.of(fact, Fact.YES)));
    }

    private static SupportContact contactAfter(Robbery kept, AftercareCase here, Robbery merged, AftercareCase there) {
        return merger(new Side(kept, List.of(here)), new Side(merged, List.of(there)), Map.of(there.id(), here.id()))
                .state()
                .goesOn()
                .get(there.id())
                .contactWith(ContactParty.VICTIM_SUPPORT);
    }

    private static AftercareCase contacted(AftercareCase aftercare) {
        return told(aftercare, SupportContact.told(Fact.YES, LocalDate.of(2026, 3, 5)));
    }

    private static AftercareCase told(AftercareCase aftercare, SupportContact contact) {
        return ((Accepted<AftercareCase, CaseEvent>)
                        aftercare.recordContact(ContactParty.VICTIM_SUPPORT, contact, LocalDate.of(2026, 3, 10)))
                .state();
    }

    private static Accepted<Merger, CaseEvent> merger(Side kept, Side merged, Map<CaseId, CaseId> same) {
        return (Accepted<Merger, CaseEvent>) of(kept, merged, same);
    }

    private static Decision<Merger, CaseEvent> of(Side kept, Side merged, Map<CaseId, CaseId> same) {
        return Merger.of(kept, merged, same, () -> NEW, NOW);
    }

    private static void refused(Decision<Merger, CaseEvent> decision, String code) {
        assertThat(decision).isInstanceOf(Refused.class);
        assertThat(((Refused<Merger, CaseEvent>) decision).refusal().code()).isEqualTo(code);
    }
}
