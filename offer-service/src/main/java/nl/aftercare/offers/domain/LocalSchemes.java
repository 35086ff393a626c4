package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.Validity.JudgedOn;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/** Regelingen: what a municipality has to offer, and until when. The municipality settled these; what is not in it, it does not have. */
public record LocalSchemes(List<Scheme> schemes) {
    private static final String AVAILABLE = "Available";
    private static final String CORPORATION_FREE = "preventiveMeasuresByCorporationFree";

    /** The measures that are only there where a municipality settled so (domain.md section 2, CFG). */
    public static final String MEASURE_CODES =
            "municipal-emergency-fund|skim-safe|card-payment-terminal|preventive-measures-by-corporation"
                    + "|door-viewer|door-chain|pkvw-adviser-visit|municipal-prevention-subsidy"
                    + "|business-safety-scan|peer-contact";

    private static final Set<String> MEASURES = Set.of(MEASURE_CODES.split("\\|"));

    /** The names by which tables ask for them. */
    public static final Set<String> FACTS = facts();

    public LocalSchemes {
        schemes = List.copyOf(schemes);
    }

    /**
     * One scheme.
     *
     * @param measure code, one of {@link #MEASURE_CODES}
     * @param validFrom first day, Europe/Amsterdam
     * @param validTo last day; null when no end is known
     * @param free whether it costs the victim nothing
     * @param mountingHelp of an article, whether somebody comes to mount it; null when nobody said so
     */
    public record Scheme(
            String measure,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            JudgedOn judgedOn,
            Fact free,
            @Nullable Fact mountingHelp) {

        public Validity validity() {
            return new Validity(validFrom, validTo, judgedOn);
        }
    }

    /**
     * The end of a scheme.
     *
     * @param on its last day
     */
    public record Ending(String measure, LocalDate on) {

        /** The first day on which somebody should know. */
        public LocalDate warnOn() {
            return on.minusDays(Validity.WARNING_DAYS);
        }
    }

    /**
     * What of it is there for a victim.
     *
     * @param robbery day of the robbery, Europe/Amsterdam
     * @param today day of an application made now
     */
    public Map<String, Fact> judge(LocalDate robbery, LocalDate today) {
        var facts = new LinkedHashMap<String, Fact>();
        for (var measure : MEASURES) {
            var holding = schemes.stream()
                    .filter(scheme -> scheme.measure().equals(measure))
                    .filter(scheme -> scheme.validity().holdsFor(robbery, today))
                    .toList();
            facts.put(available(measure), holding.isEmpty() ? Fact.NO : Fact.YES);
            if (measure.equals("preventive-measures-by-corporation")) {
                facts.put(CORPORATION_FREE, free(holding));
            }
        }
        return facts;
    }

    /**
     * The scheme for a measure that holds for a victim, if any.
     *
     * @param robbery day of the robbery
     * @param today day of an application made now
     */
    public Optional<Scheme> holding(String measure, LocalDate robbery, LocalDate today) {
        return schemes.stream()
                .filter(scheme -> scheme.measure().equals(measure))
                .filter(scheme -> scheme.validity().holdsFor(robbery, today))
                .findFirst();
    }

    /**
     * The ends of schemes after which their measure is there no longer.
     *
     * @param today ends before it are left out
     */
    public List<Ending> endings(LocalDate today) {
        return schemes.stream()
                .flatMap(scheme -> Stream.ofNullable(scheme.validTo()).map(end -> new Ending(scheme.measure(), end)))
                .filter(ending -> !ending.on().isBefore(today))
                .filter(ending -> schemes.stream()
                        .noneMatch(other -> other.measure().equals(ending.measure())
                                && other.validity().includes(ending.on().plusDays(1))))
                .distinct()
                .toList();
    }

    /** The days on which one begins to hold, or holds no longer. */
    public Stream<LocalDate> changes() {
        return schemes.stream().flatMap(scheme -> scheme.validity().changes());
    }

    /** Nobody settled anything: each of them is a question. */
    public static Map<String, Fact> unsettled() {
        return FACTS.stream().collect(Collectors.toMap(fact -> fact, fact -> Fact.UNKNOWN));
    }

    private static Fact free(List<Scheme> holding) {
        return holding.stream().map(Scheme::free).min(Enum::compareTo).orElse(Fact.UNKNOWN);
    }

    private static Set<String> facts() {
        var names = new TreeSet<String>();
        MEASURES.forEach(measure -> names.add(available(measure)));
        names.add(CORPORATION_FREE);
        return Set.copyOf(names);
    }

    private static String available(String measure) {
        var words = new ArrayList<>(List.of(measure.split("-")));
        return words.removeFirst()
                + words.stream()
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining())
                + AVAILABLE;
    }
}
