package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.MeasureLife.Agreed;
import nl.aftercare.offers.domain.MeasureLife.FollowUp;
import nl.aftercare.offers.domain.MeasureStep.Kind;
import nl.aftercare.offers.domain.OfferEvent.MeasureProgressed;
import nl.aftercare.offers.domain.OfferEvent.OfferComposed;
import nl.aftercare.offers.domain.RuleBook.Explanation;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * Aanbod op maat for one victim, with the facts it was composed from.
 *
 * @param revision 1 for the first; rises when an outcome changes
 * @param lives of the measures of which something happened, in the order of their first step
 */
public record TailoredOffer(
        UUID id,
        UUID caseId,
        UUID robberyId,
        Municipality municipality,
        int revision,
        String ruleVersion,
        Facts facts,
        List<OfferLine> lines,
        List<MeasureLife> lives) {
    private static final Set<Outcome> ACCEPTABLE =
            EnumSet.of(Outcome.OFFER, Outcome.COORDINATE, Outcome.INFORM, Outcome.ALREADY_COVERED);
    private static final String MEDIATION = "restorative-mediation";

    public TailoredOffer {
        lines = List.copyOf(lines);
        lives = List.copyOf(lives);
    }

    /** The first offer for a victim. */
    public static Decision<TailoredOffer, OfferEvent> compose(
            UUID id, UUID caseId, UUID robberyId, Municipality municipality, Facts facts, RuleBook rules) {
        var offer = new TailoredOffer(
                id, caseId, robberyId, municipality, 1, rules.version(), facts, rules.apply(facts), List.of());
        return Decision.accepted(offer, new OfferComposed(offer));
    }

    /**
     * Composes it anew after a fact or the rules changed; what changes no line is kept without telling. What the victim accepted stays
     * as it was agreed.
     */
    public Decision<TailoredOffer, OfferEvent> recompose(Facts changed, RuleBook rules) {
        var newLines = rules.apply(changed, agreed());
        if (newLines.equals(lines)) {
            return Decision.unchanged(with(revision, rules.version(), changed, lines));
        }
        var offer = with(revision + 1, rules.version(), changed, newLines);
        return Decision.accepted(offer, new OfferComposed(offer));
    }

    /** What its lines would be by other rules. */
    public List<OfferLine> linesBy(RuleBook rules) {
        return rules.apply(facts, agreed());
    }

    /**
     * Records what happened with a measure; the last step again changes nothing.
     *
     * @param rules of this offer
     * @param today Europe/Amsterdam
     */
    public Decision<TailoredOffer, OfferEvent> record(
            String measure, MeasureStep step, RuleBook rules, LocalDate today) {
        var life = life(measure);
        if (life.last().filter(step::equals).isPresent()) {
            return Decision.unchanged(this);
        }
        if (step.on().isBefore(facts.robbery().occurredOn())) {
            return Decision.refused("before-robbery", "De datum ligt vóór de overval.");
        }
        if (step.on().isAfter(today)) {
            return Decision.refused("in-the-future", "De datum ligt in de toekomst. Leg vast wat al is gebeurd.");
        }
        if (life.last().filter(last -> step.on().isBefore(last.on())).isPresent()) {
            return Decision.refused("before-last-step", "De datum ligt vóór de vorige stap van deze maatregel.");
        }
        if (!life.allows(step.kind(), step.on())) {
            return Decision.refused("wrong-order", "Deze stap kan nu niet bij deze maatregel.");
        }
        if (!step.kind().isReport()) {
            var inTheWay = inTheWay(measure, step);
            if (inTheWay.isPresent()) {
                return Decision.refused("not-on-offer", inTheWay.get());
            }
        }
        var label = rules.measures().getOrDefault(measure, life.label());
        var offer = with(life.with(step, step.kind() == Kind.ACCEPTED ? agreement(measure, rules) : null));
        var progressed = new MeasureProgressed(offer, measure, label, step);
        // what was agreed and is declined after all follows the rules again
        return switch (offer.recompose(facts, rules)) {
            case Accepted<TailoredOffer, OfferEvent>(var anew, var events) ->
                new Accepted<>(
                        anew,
                        Stream.concat(Stream.of(progressed), events.stream()).toList());
            case Refused<TailoredOffer, OfferEvent> refused -> refused;
        };
    }

    /** Each line with its reason: of what was agreed, the one that it was agreed for. */
    public List<Explanation> explain(RuleBook rules) {
        var byRules = rules.explain(facts).stream()
                .collect(Collectors.toMap(why -> why.line().measure(), Function.identity()));
        return linesBy(rules).stream()
                .map(line -> Optional.ofNullable(life(line.measure()).agreed())
                        .filter(agreed -> agreed.line().equals(line))
                        .map(agreed -> new Explanation(
                                line, agreed.label(), agreed.area(), agreed.reason(), agreed.source(), null))
                        .orElseGet(() -> Optional.ofNullable(byRules.get(line.measure()))
                                .orElseGet(() -> rules.explainByGate(
                                        line, life(line.measure()).label(), facts))))
                .toList();
    }

    /** What is to be looked back at, the first first. */
    public List<FollowUp> followUps() {
        return lives.stream()
                .flatMap(life -> life.followUps().stream())
                .sorted(Comparator.comparing(FollowUp::dueOn))
                .toList();
    }

    public MeasureLife life(String measure) {
        return lives.stream()
                .filter(life -> life.measure().equals(measure))
                .findFirst()
                .orElse(MeasureLife.proposed(measure));
    }

    private Optional<String> inTheWay(String measure, MeasureStep step) {
        var acceptable =
                lines.stream().anyMatch(line -> line.measure().equals(measure) && ACCEPTABLE.contains(line.outcome()));
        if (!acceptable) {
            return Optional.of("Deze maatregel wordt nu niet aangeboden. Bij de maatregel staat waarom.");
        }
        // a conversation with a suspect nobody knows cannot be arranged [S23]
        if (measure.equals(MEDIATION)
                && step.kind() == Kind.REFERRED
                && facts.robbery().suspectKnown() != Fact.YES) {
            return Optional.of("Aanmelden voor een gesprek met de dader kan pas als er een verdachte bekend is.");
        }
        return Optional.empty();
    }

    private @Nullable Agreed agreement(String measure, RuleBook rules) {
        return rules.explain(facts).stream()
                .filter(why -> why.line().measure().equals(measure))
                .map(why -> new Agreed(why.line(), ruleVersion, why.label(), why.area(), why.reason(), why.source()))
                .findFirst()
                .orElse(null);
    }

    private Map<String, OfferLine> agreed() {
        var agreed = new LinkedHashMap<String, OfferLine>();
        for (var life : lives) {
            if (life.agreed() != null && life.stands()) {
                agreed.put(life.measure(), life.agreed().line());
            }
        }
        return agreed;
    }

    private TailoredOffer with(MeasureLife changed) {
        var all = new ArrayList<>(lives);
        all.removeIf(life -> life.measure().equals(changed.measure()));
        all.add(changed);
        return new TailoredOffer(id, caseId, robberyId, municipality, revision, ruleVersion, facts, lines, all);
    }

    private TailoredOffer with(int newRevision, String newVersion, Facts newFacts, List<OfferLine> newLines) {
        return new TailoredOffer(
                id, caseId, robberyId, municipality, newRevision, newVersion, newFacts, newLines, lives);
    }
}
