package nl.aftercare.cases.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.platform.kernel.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Draaiboek: what a municipality settled before any robbery (step 1, Voorbereiden), so that it can act quickly when one is reported
 * (domain.md 1.1, 1.7). The source gives no numbers: those of {@link #DEFAULT} are assumptions.
 *
 * @param workingDays that each action may take, and so many before a hearing for the notice of it; an action that is absent takes as
 *     many as in {@link #DEFAULT}
 * @param tries after so many attempts in vain a victim counts as unreachable
 * @param daysOfRest calendar days after a robbery in which a victim is rather left alone (V4)
 * @param criteria for which robbery a victim gets a visit; the first that fits decides, and without one a visit is suggested
 * @param reportHoursLate a report later than so many hours after the robbery is late (T1)
 * @param designationWarningDays so many days before it ends, a designation warns
 * @param retentionMonths how long personal data is kept after a case was closed, by how it ended (L8)
 * @param defaultOwner subject of who gets a new case; null when the coordinators divide the work
 */
public record Playbook(
        Map<NextAction.Kind, Integer> workingDays,
        int tries,
        int daysOfRest,
        MayorVisits mayorVisits,
        List<Criterion> criteria,
        int reportHoursLate,
        int designationWarningDays,
        Map<Outcome, Integer> retentionMonths,
        @Nullable String defaultOwner) {

    /** What holds where a municipality settled nothing. */
    public static final Playbook DEFAULT = new Playbook(
            Map.ofEntries(
                    Map.entry(NextAction.Kind.ASK_POLICE, 1),
                    Map.entry(NextAction.Kind.DECIDE, 2),
                    Map.entry(NextAction.Kind.CHECK_CONTACT, 1),
                    Map.entry(NextAction.Kind.ASK_VICTIM, 2),
                    Map.entry(NextAction.Kind.ASK_POLICE_AGAIN, 5),
                    Map.entry(NextAction.Kind.PLAN_VISIT, 2),
                    Map.entry(NextAction.Kind.VISIT, 0),
                    Map.entry(NextAction.Kind.ASSESS_NEED, 2),
                    Map.entry(NextAction.Kind.EVALUATE, 30),
                    Map.entry(NextAction.Kind.CLOSE, 20),
                    Map.entry(NextAction.Kind.HEARING_NOTICE, 10)),
            3,
            2,
            MayorVisits.AFTER_SERIOUS_ROBBERY,
            List.of(),
            24,
            30,
            Map.of(
                    Outcome.COMPLETED, 12,
                    Outcome.LIMITED_TO_FIRST_LINE, 12,
                    Outcome.WITHHELD, 12,
                    Outcome.UNREACHABLE, 12,
                    Outcome.NOT_A_ROBBERY, 1,
                    Outcome.MERGED, 1),
            null);

    /** Whom the mayor visits: it depends on the personal style (seed, V6). */
    public enum MayorVisits {
        NOBODY,
        AFTER_SERIOUS_ROBBERY,
        EVERYBODY
    }

    /** How a case ended; the term for which it is kept depends on it. */
    public enum Outcome {
        COMPLETED,
        LIMITED_TO_FIRST_LINE,
        WITHHELD,
        UNREACHABLE,
        NOT_A_ROBBERY,
        /** It goes on in a case of the robbery that was kept. */
        MERGED
    }

    /**
     * For which robberies a victim gets a visit or not. What is null does not matter.
     *
     * @param visit whether the municipality visits; without it, the first-line parties help
     */
    public record Criterion(
            @Nullable RobberyKind kind,
            @Nullable Severity severity,
            @Nullable VictimType victimType,
            boolean visit) {

        boolean fits(Robbery robbery, VictimType victim) {
            return (kind == null || kind == robbery.kind())
                    && (severity == null
                            || severity == robbery.facts().circumstances().severity())
                    && (victimType == null || victimType == victim);
        }

        Result result() {
            return visit ? Result.GRANTED_WITH_VISIT : Result.GRANTED_WITHOUT_VISIT;
        }
    }

    public Playbook {
        workingDays = Map.copyOf(workingDays);
        criteria = List.copyOf(criteria);
        retentionMonths = Map.copyOf(retentionMonths);
    }

    /** @return a playbook in which what is absent from the maps is as in {@link #DEFAULT} */
    public Playbook completed() {
        return new Playbook(
                completed(NextAction.Kind.class, workingDays, DEFAULT.workingDays),
                tries,
                daysOfRest,
                mayorVisits,
                criteria,
                reportHoursLate,
                designationWarningDays,
                completed(Outcome.class, retentionMonths, DEFAULT.retentionMonths),
                defaultOwner);
    }

    /** @return last day on which the action is in time when it became possible on that day */
    LocalDate dueOn(NextAction.Kind kind, LocalDate day, WorkingDays calendar) {
        return calendar.after(day, valueOf(kind, workingDays, DEFAULT.workingDays));
    }

    /** @return last day on which the action is in time when it has to be done before that day */
    LocalDate dueBefore(NextAction.Kind kind, LocalDate day, WorkingDays calendar) {
        return calendar.before(day, valueOf(kind, workingDays, DEFAULT.workingDays));
    }

    /** @return last day on which personal data of a case is kept that was closed on that day */
    public LocalDate keptUntil(Outcome outcome, LocalDate closedOn) {
        return closedOn.plus(Period.ofMonths(valueOf(outcome, retentionMonths, DEFAULT.retentionMonths)));
    }

    /** @return last day of closing on which the term may be over; {@link #keptUntil} decides */
    public LocalDate closedBefore(Outcome outcome, LocalDate today) {
        return today.minus(Period.ofMonths(valueOf(outcome, retentionMonths, DEFAULT.retentionMonths)));
    }

    /** Whether the police reported it later than agreed (T1). */
    public boolean isLate(Robbery robbery) {
        return robbery.reportDelay().compareTo(Duration.ofHours(reportHoursLate)) > 0;
    }

    /** Whether the mayor had best visit. */
    boolean mayorVisits(Severity severity) {
        return switch (mayorVisits) {
            case NOBODY -> false;
            case AFTER_SERIOUS_ROBBERY -> severity == Severity.SERIOUS;
            case EVERYBODY -> true;
        };
    }

    private static <K> int valueOf(K key, Map<K, Integer> settled, Map<K, Integer> otherwise) {
        var value = settled.get(key);
        return value == null ? otherwise.getOrDefault(key, 0) : value;
    }

    private static <K extends Enum<K>> Map<K, Integer> completed(
            Class<K> keys, Map<K, Integer> settled, Map<K, Integer> otherwise) {
        var all = new EnumMap<K, Integer>(keys);
        all.putAll(otherwise);
        all.putAll(settled);
        return all;
    }
}
