package nl.aftercare.offers.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.RuleSet.Version;
import nl.aftercare.platform.kernel.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The decision tables that a region or a municipality has beside the national ones: what is published, and what somebody prepares.
 *
 * @param area code of the municipality, or of the region
 * @param versions published, in the order of their numbers
 */
public record RuleSet(String area, @Nullable Draft draft, List<Version> versions) {

    public RuleSet {
        versions = List.copyOf(versions);
    }

    /**
     * What is not published yet, and decides nothing.
     *
     * @param dmn the file, found to be right
     * @param importedBy subject of the token
     */
    public record Draft(String dmn, Validity validity, String importedBy, Instant importedAt) {}

    /**
     * Tables that were published. They never change.
     *
     * @param number counted per area from 1
     */
    public record Version(
            String area,
            int number,
            Validity validity,
            String importedBy,
            Instant importedAt,
            String publishedBy,
            Instant publishedAt) {

        /** Such as {@code 9901-2}; part of the version of an offer. */
        public String name() {
            return area + "-" + number;
        }
    }

    /**
     * Publishes what was prepared, by somebody other than who prepared it.
     *
     * @param by subject of the token
     */
    public Decision<RuleSet, Version> publish(String by, Instant at) {
        if (draft == null) {
            return Decision.refused("no-draft", "Er is geen concept om vast te stellen.");
        }
        if (draft.importedBy().equals(by)) {
            return Decision.refused(
                    "four-eyes", "Wie een concept heeft ingelezen, kan het niet zelf vaststellen. Vraag een collega.");
        }
        int number = versions.isEmpty() ? 1 : versions.getLast().number() + 1;
        var version = new Version(area, number, draft.validity(), draft.importedBy(), draft.importedAt(), by, at);
        var all = Stream.concat(versions.stream(), Stream.of(version)).toList();
        return Decision.accepted(new RuleSet(area, null, all), version);
    }

    /** The newest version that holds for a victim. */
    public Optional<Version> holdingFor(LocalDate robbery, LocalDate today) {
        return versions.stream()
                .filter(version -> version.validity().holdsFor(robbery, today))
                .max(Comparator.comparingInt(Version::number));
    }
}
