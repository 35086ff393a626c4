package nl.aftercare.cases.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.aftercare.cases.domain.CaseEvent.RobberyMerged;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Fact;

/**
 * Samenvoegen: two reports turn out to be of one incident. A coordinator decides so, never the software by itself. What is known of
 * the merged robbery is known of the kept one; every victim goes on in a case there.
 *
 * @param kept as it is afterwards
 * @param merged as it is afterwards: no robbery of its own
 * @param goesOn the case of the kept robbery in which each case of the merged one goes on, as it is afterwards
 * @param closed the cases of the merged robbery
 */
public record Merger(Robbery kept, Robbery merged, Map<CaseId, AftercareCase> goesOn, List<AftercareCase> closed) {

    /** A robbery with its cases, in the order in which they were opened. */
    public record Side(Robbery robbery, List<AftercareCase> cases) {
        public Side {
            cases = cases.stream()
                    .filter(one -> !(one.track() instanceof Erased))
                    .toList();
        }

        private List<CaseId> ids() {
            return cases.stream().map(AftercareCase::id).toList();
        }
    }

    public Merger {
        goesOn = Map.copyOf(goesOn);
        closed = List.copyOf(closed);
    }

    /**
     * @param same cases of the merged robbery whose victim has a case of the kept one already; the others get a new one
     * @param ids for new cases
     * @param now UTC
     */
    public static Decision<Merger, CaseEvent> of(
            Side kept, Side merged, Map<CaseId, CaseId> same, Supplier<CaseId> ids, Instant now) {
        if (kept.robbery().mergedInto() != null) {
            return Decision.refused(
                    "kept-is-merged",
                    "De andere melding is zelf samengevoegd. Kies de melding waarin die verder gaat.");
        }
        if (kept.robbery().facts().robbery() == Fact.NO
                || merged.robbery().facts().robbery() == Fact.NO) {
            return Decision.refused("not-a-robbery", "Een van de twee is geen overval meer.");
        }
        if (merged.cases().stream().anyMatch(one -> one.decision() != null)) {
            return Decision.refused(
                    "already-decided",
                    "Over een slachtoffer van deze melding is al besloten. Houd deze melding, en voeg de andere daarmee samen.");
        }
        return new Merging(kept, merged, same, ids, now).done();
    }

    private static final class Merging {
        private final Side kept;
        private final Side merged;
        private final Map<CaseId, CaseId> same;
        private final Supplier<CaseId> ids;
        private final Instant now;
        private final List<CaseEvent> events = new ArrayList<>();

        Merging(Side kept, Side merged, Map<CaseId, CaseId> same, Supplier<CaseId> ids, Instant now) {
            this.kept = kept;
            this.merged = merged;
            this.same = same;
            this.ids = ids;
            this.now = now;
        }

        Decision<Merger, CaseEvent> done() {
            var added = new LinkedHashMap<CaseId, CaseId>();
            merged.ids().stream().filter(id -> !same.containsKey(id)).forEach(id -> added.put(id, ids.get()));
            var known = tell(kept.robbery()
                    .reportedBy(merged.robbery().reportedAt())
                    .know(
                            kept.robbery().facts().with(merged.robbery().facts()),
                            kept.ids(),
                            List.copyOf(added.values())));
            var goesOn = new LinkedHashMap<CaseId, AftercareCase>();
            for (var one : merged.cases()) {
                goesOn.put(one.id(), carryOver(one, target(one, known, added)));
            }
            var over = merged.robbery().mergedInto(known.id(), now);
            events.add(new RobberyMerged(over.id(), known.id()));
            var closed = merged.cases().stream()
                    .map(one -> tell(one.about(over).close(null, DutchTime.dateOf(now))))
                    .toList();
            return new Accepted<>(new Merger(known, over, goesOn, closed), events);
        }

        private AftercareCase target(AftercareCase one, Robbery known, Map<CaseId, CaseId> added) {
            var addedId = added.get(one.id());
            return addedId != null
                    ? AftercareCase.open(addedId, known, one.openedOn())
                    : kept.cases().stream()
                            .filter(other -> other.id().equals(same.get(one.id())))
                            .findFirst()
                            .orElseThrow()
                            .about(known);
        }

        /** Whether first-line parties had contact, and that the victim wants no more. What the target knows already stays. */
        private AftercareCase carryOver(AftercareCase from, AftercareCase target) {
            var result = target;
            for (var contact : from.contacts().entrySet()) {
                result = tell(result.combineContact(contact.getKey(), contact.getValue()));
            }
            return from.beforeClosing() instanceof LimitedToFirstLine ? tell(result.withdraw()) : result;
        }

        private <T> T tell(Decision<T, CaseEvent> decision) {
            var accepted = decision.orRefuse();
            events.addAll(accepted.events());
            return accepted.state();
        }
    }
}
