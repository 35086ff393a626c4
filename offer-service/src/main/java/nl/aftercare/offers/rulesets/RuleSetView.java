package nl.aftercare.offers.rulesets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.aftercare.offers.domain.RuleSet;
import nl.aftercare.offers.domain.RuleSet.Draft;
import nl.aftercare.offers.domain.RuleSet.Version;
import nl.aftercare.offers.domain.Validity.JudgedOn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The decision tables of a region or a municipality.
 *
 * @param draft what is prepared and decides nothing yet
 * @param versions published; of those that hold for a victim the one with the highest number decides
 */
@Schema(name = "RuleSet")
public record RuleSetView(String area, @Nullable DraftView draft, List<VersionView> versions) {

    /** @param importedBy subject of the token; somebody else has to publish it */
    @Schema(name = "RuleSetDraft")
    public record DraftView(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            JudgedOn judgedOn,
            String importedBy,
            Instant importedAt) {

        private static DraftView of(Draft draft) {
            var validity = draft.validity();
            return new DraftView(
                    validity.from(), validity.to(), validity.judgedOn(), draft.importedBy(), draft.importedAt());
        }
    }

    /**
     * @param name by which offers name it
     * @param warning in Dutch, when it holds no longer soon, or already
     */
    @Schema(name = "RuleSetVersion")
    public record VersionView(
            int number,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            JudgedOn judgedOn,
            String importedBy,
            String publishedBy,
            Instant publishedAt,
            @Nullable String warning) {

        private static VersionView of(Version version, LocalDate today) {
            var validity = version.validity();
            return new VersionView(
                    version.number(),
                    version.name(),
                    validity.from(),
                    validity.to(),
                    validity.judgedOn(),
                    version.importedBy(),
                    version.publishedBy(),
                    version.publishedAt(),
                    validity.warning(today).orElse(null));
        }
    }

    /** @param today Europe/Amsterdam */
    static RuleSetView of(RuleSet ruleSet, LocalDate today) {
        var draft = ruleSet.draft();
        return new RuleSetView(
                ruleSet.area(),
                draft == null ? null : DraftView.of(draft),
                ruleSet.versions().stream()
                        .map(version -> VersionView.of(version, today))
                        .toList());
    }
}
