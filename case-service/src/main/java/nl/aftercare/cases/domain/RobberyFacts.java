package nl.aftercare.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a robbery. Of every fact the latest statement holds, so that any order of arrival and any number of repeats
 * end in the same knowledge.
 *
 * @param robbery NO when the police reclassified it as something else
 * @param occurredAt UTC
 * @param policeObjection whether the police object to a visit; they give no reason and none is kept (domain.md section 6)
 * @param hearingOn day of the hearing in court, Europe/Amsterdam; null when none is known
 * @param statedAt when what is known of a fact was stated; absent when nobody spoke of it
 */
public record RobberyFacts(
        Fact robbery,
        RobberyKind kind,
        Instant occurredAt,
        Circumstances circumstances,
        Fact policeClearance,
        Fact policeObjection,
        @Nullable LocalDate hearingOn,
        Map<Name, Instant> statedAt) {

    /** What a statement can speak of. */
    public enum Name {
        ROBBERY,
        KIND,
        OCCURRED_AT,
        FIREARM,
        WOUNDED,
        DEAD,
        SUSPECT_KNOWN,
        SOLVED,
        UNREST,
        SURROUNDINGS_TENURE,
        SAFE_BUSINESS_AREA,
        POLICE_CLEARANCE,
        POLICE_OBJECTION,
        HEARING_ON
    }

    public RobberyFacts {
        statedAt = Map.copyOf(statedAt);
    }

    /** What is known before anything else is stated; all but these two is unknown. */
    public static RobberyFacts of(RobberyKind kind, Instant occurredAt) {
        return new RobberyFacts(
                Fact.YES, kind, occurredAt, Circumstances.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN, null, Map.of());
    }

    /** What is known after this statement too. */
    public RobberyFacts with(Statement stated) {
        var merge = new Merge(stated.statedAt(), statedAt);
        var known = circumstances;
        return new RobberyFacts(
                merge.latest(Name.ROBBERY, robbery, stated.robbery()),
                merge.latest(Name.KIND, kind, stated.kind()),
                merge.latest(Name.OCCURRED_AT, occurredAt, stated.occurredAt()),
                new Circumstances(
                        merge.latest(Name.FIREARM, known.firearm(), stated.firearm()),
                        merge.latest(Name.WOUNDED, known.wounded(), stated.wounded()),
                        merge.latest(Name.DEAD, known.dead(), stated.dead()),
                        merge.latest(Name.SUSPECT_KNOWN, known.suspectKnown(), stated.suspectKnown()),
                        merge.latest(Name.SOLVED, known.solved(), stated.solved()),
                        merge.latest(Name.UNREST, known.unrest(), stated.unrest()),
                        merge.latest(Name.SURROUNDINGS_TENURE, known.surroundingsTenure(), stated.surroundingsTenure()),
                        merge.latest(Name.SAFE_BUSINESS_AREA, known.safeBusinessArea(), stated.safeBusinessArea())),
                merge.latest(Name.POLICE_CLEARANCE, policeClearance, stated.policeClearance()),
                merge.latest(Name.POLICE_OBJECTION, policeObjection, stated.policeObjection()),
                merge.latestIfAny(Name.HEARING_ON, hearingOn, stated.hearingOn()),
                merge.statedAt);
    }

    /** What is known after all that is known of it elsewhere too, each fact as it was stated there. */
    public RobberyFacts with(RobberyFacts elsewhere) {
        return elsewhere.statedAt.values().stream()
                .distinct()
                .sorted()
                .map(elsewhere::statement)
                .reduce(this, RobberyFacts::with, (one, other) -> other);
    }

    /** What was stated at one instant. */
    private Statement statement(Instant at) {
        var known = circumstances;
        return new Statement(
                at,
                stated(Name.ROBBERY, at, robbery),
                stated(Name.KIND, at, kind),
                stated(Name.OCCURRED_AT, at, occurredAt),
                stated(Name.FIREARM, at, known.firearm()),
                stated(Name.WOUNDED, at, known.wounded()),
                stated(Name.DEAD, at, known.dead()),
                stated(Name.SUSPECT_KNOWN, at, known.suspectKnown()),
                stated(Name.SOLVED, at, known.solved()),
                stated(Name.UNREST, at, known.unrest()),
                stated(Name.SURROUNDINGS_TENURE, at, known.surroundingsTenure()),
                stated(Name.SAFE_BUSINESS_AREA, at, known.safeBusinessArea()),
                stated(Name.POLICE_CLEARANCE, at, policeClearance),
                stated(Name.POLICE_OBJECTION, at, policeObjection),
                stated(Name.HEARING_ON, at, hearingOn));
    }

    private <T> @Nullable T stated(Name name, Instant at, @Nullable T value) {
        return at.equals(statedAt.get(name)) ? value : null;
    }

    /** Whether these say the same, whoever stated it when. */
    public boolean saysTheSameAs(RobberyFacts other) {
        return withoutTimes().equals(other.withoutTimes());
    }

    /** Calendar date in Europe/Amsterdam: what every term counts from. */
    public LocalDate occurredOn() {
        return DutchTime.dateOf(occurredAt);
    }

    private RobberyFacts withoutTimes() {
        return new RobberyFacts(
                robbery, kind, occurredAt, circumstances, policeClearance, policeObjection, hearingOn, Map.of());
    }

    /** Takes of each fact what was stated last; of two at the same instant, the one that sorts first. */
    private static final class Merge {
        private final Instant at;
        private final Map<Name, Instant> statedAt = new EnumMap<>(Name.class);

        Merge(Instant at, Map<Name, Instant> before) {
            this.at = at;
            statedAt.putAll(before);
        }

        <T extends Comparable<? super T>> T latest(Name name, T known, @Nullable T stated) {
            if (stated == null) {
                return known;
            }
            var before = statedAt.get(name);
            if (before != null && before.isAfter(at)) {
                return known;
            }
            if (before != null && before.equals(at)) {
                return known.compareTo(stated) <= 0 ? known : stated;
            }
            return first(name, stated);
        }

        /** As {@link #latest}, of a fact that may not be known at all. */
        <T extends Comparable<? super T>> @Nullable T latestIfAny(Name name, @Nullable T known, @Nullable T stated) {
            if (known != null) {
                return latest(name, known, stated);
            }
            return stated == null ? null : first(name, stated);
        }

        private <T> T first(Name name, T stated) {
            statedAt.put(name, at);
            return stated;
        }
    }
}
