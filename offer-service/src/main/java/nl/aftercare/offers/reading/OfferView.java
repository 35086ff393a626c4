package nl.aftercare.offers.reading;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.offers.domain.LocalSchemes;
import nl.aftercare.offers.domain.LocalSchemes.Scheme;
import nl.aftercare.offers.domain.MeasureLife;
import nl.aftercare.offers.domain.MeasureStep;
import nl.aftercare.offers.domain.MeasureStep.Kind;
import nl.aftercare.offers.domain.MeasureStep.Reason;
import nl.aftercare.offers.domain.Outcome;
import nl.aftercare.offers.domain.Party;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.domain.RuleBook.Explanation;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.offers.domain.Validity.JudgedOn;
import nl.aftercare.platform.kernel.Fact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An offer for the coordinator: each measure with its reason in plain Dutch.
 *
 * @param ruleVersion of the tables that decided
 * @param facts that it was composed from, by the names of the tables
 * @param questions what to find out, and what each answer would change
 */
@Schema(name = "Offer")
public record OfferView(
        UUID id,
        UUID caseId,
        UUID robberyId,
        String municipality,
        int revision,
        String ruleVersion,
        Map<String, String> facts,
        List<LineView> lines,
        List<QuestionView> questions) {
    private static final Set<Outcome> GIVEN = EnumSet.of(Outcome.OFFER, Outcome.COORDINATE, Outcome.INFORM);

    /**
     * @param measure code
     * @param label the measure in Dutch
     * @param area whose table decided: NL, a region or the municipality
     * @param party who gives it, or has covered it
     * @param coveredOn when it was covered, if known
     * @param reason why this outcome, in plain Dutch (B1)
     * @param source the sentence of the source that the rule comes from
     * @param factsMissing names of unknown facts that would decide otherwise: what to find out
     * @param change the smallest change of facts that would give another outcome; absent when there is none
     * @param goodUse of an article: how to use it well, in plain Dutch
     * @param mounting of an article: who mounts it, in plain Dutch
     * @param warning in plain Dutch, when the scheme behind it stops soon
     * @param status what happened with it last; absent while it is only proposed
     * @param steps all that happened with it
     */
    @Schema(name = "OfferLine")
    public record LineView(
            String measure,
            String label,
            String area,
            Outcome outcome,
            Party party,
            @Nullable LocalDate coveredOn,
            String reason,
            String source,
            String rule,
            List<String> factsUsed,
            List<String> factsMissing,
            @Nullable ChangeView change,
            @Nullable String goodUse,
            @Nullable String mounting,
            @Nullable String warning,
            @Nullable Kind status,
            List<StepView> steps) {}

    /**
     * @param on Europe/Amsterdam
     * @param provider to whom it was referred
     * @param inUse whether the victim still benefits; only of a look back
     */
    @Schema(name = "OfferMeasureStep")
    public record StepView(
            Kind kind,
            LocalDate on,
            @Nullable String provider,
            @Nullable Reason reason,
            @Nullable Fact inUse) {

        private static StepView of(MeasureStep step) {
            return new StepView(step.kind(), step.on(), step.provider(), step.reason(), step.inUse());
        }
    }

    /** @param facts by name, as they would have to be */
    @Schema(name = "OfferChange")
    public record ChangeView(Map<String, String> facts, Outcome outcome) {}

    /** @param question in Dutch */
    @Schema(name = "OfferQuestion")
    public record QuestionView(String fact, String question, List<AnswerView> answers) {}

    /** @param outcomes of the measures that would get another one, by code */
    @Schema(name = "OfferAnswer")
    public record AnswerView(String value, Map<String, Outcome> outcomes) {}

    /**
     * @param rules by which it was composed
     * @param schemes of the municipality
     * @param today Europe/Amsterdam
     */
    static OfferView of(TailoredOffer offer, RuleBook rules, LocalSchemes schemes, LocalDate today) {
        return new OfferView(
                offer.id(),
                offer.caseId(),
                offer.robberyId(),
                offer.municipality().code(),
                offer.revision(),
                rules.version(),
                offer.facts().byName(),
                offer.explain(rules).stream()
                        .map(why -> line(
                                why,
                                offer.life(why.line().measure()),
                                schemes.holding(
                                        why.line().measure(),
                                        offer.facts().robbery().occurredOn(),
                                        today),
                                today))
                        .toList(),
                rules.questions(offer.facts()).stream()
                        .map(one -> new QuestionView(
                                one.fact(),
                                one.question(),
                                one.answers().stream()
                                        .map(answer -> new AnswerView(answer.value(), answer.outcomes()))
                                        .toList()))
                        .toList());
    }

    private static LineView line(Explanation explanation, MeasureLife life, Optional<Scheme> scheme, LocalDate today) {
        var line = explanation.line();
        var goodUse = GIVEN.contains(line.outcome()) ? Articles.goodUse(line.measure()) : Optional.<String>empty();
        var change = explanation.change();
        return new LineView(
                line.measure(),
                explanation.label(),
                explanation.area(),
                line.outcome(),
                line.party(),
                line.coveredOn(),
                explanation.reason(),
                explanation.source(),
                line.rule(),
                line.factsUsed(),
                line.factsMissing(),
                change == null ? null : new ChangeView(change.facts(), change.outcome()),
                goodUse.orElse(null),
                goodUse.map(_ -> Articles.mounting(
                                line, scheme.map(Scheme::mountingHelp).orElse(null)))
                        .orElse(null),
                scheme.map(Scheme::validity)
                        // what is judged on the day of the robbery stays there for this victim
                        .filter(validity -> validity.judgedOn() == JudgedOn.APPLICATION)
                        .flatMap(validity -> validity.warning(today))
                        .orElse(null),
                life.status(),
                life.steps().stream().map(StepView::of).toList());
    }
}
