package nl.aftercare.cases.playbooks;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import nl.aftercare.cases.domain.NextAction;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.cases.domain.Playbook.Criterion;
import nl.aftercare.cases.domain.Playbook.MayorVisits;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.Severity;
import nl.aftercare.cases.domain.VictimType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality settled beforehand.
 *
 * @param workingDays that each action may take; what is left out takes as many as by default
 * @param tries after so many attempts in vain a victim counts as unreachable
 * @param daysOfRest calendar days after a robbery in which a victim is rather left alone
 * @param criteria for which robbery a victim gets a visit; the first that fits decides
 * @param reportHoursLate a report later than so many hours after the robbery is late
 * @param designationWarningDays so many days before it ends, a designation warns
 * @param retentionMonths how long personal data is kept after closing, by how the case ended; what is left out is kept as long as by
 *     default
 * @param defaultOwner subject of who gets a new case; left out when the coordinators divide the work
 */
@Schema(name = "Playbook", examples = """
        {"workingDays": {}, "tries": 3, "daysOfRest": 2, "mayorVisits": "AFTER_SERIOUS_ROBBERY",
         "criteria": [{"kind": "RESIDENTIAL", "visit": true}], "reportHoursLate": 24,
         "designationWarningDays": 60, "retentionMonths": {}}""")
public record PlaybookEntry(
        @NotNull Map<NextAction.Kind, @NotNull @Min(0) @Max(260) Integer> workingDays,
        @NotNull @Min(1) @Max(10) Integer tries,
        @NotNull @Min(0) @Max(30) Integer daysOfRest,
        @NotNull MayorVisits mayorVisits,
        @NotNull @Size(max = 50) List<@NotNull @Valid CriterionEntry> criteria,
        @NotNull @Min(1) @Max(8760) Integer reportHoursLate,
        @NotNull @Min(1) @Max(365) Integer designationWarningDays,
        @NotNull Map<Outcome, @NotNull @Min(0) @Max(120) Integer> retentionMonths,

        @Nullable
        @Size(min = 1, max = 64)
        @Pattern(regexp = "[\\x21-\\x7E]*", message = "mag geen spaties of vreemde tekens hebben")
        String defaultOwner) {

    /**
     * For which robberies a victim gets a visit or not. What is left out does not matter.
     *
     * @param visit whether the municipality visits; without it, the first-line parties help
     */
    @Schema(name = "Criterion")
    public record CriterionEntry(
            @Nullable RobberyKind kind,
            @Nullable Severity severity,
            @Nullable VictimType victimType,
            @NotNull Boolean visit) {

        static CriterionEntry of(Criterion criterion) {
            return new CriterionEntry(
                    criterion.kind(), criterion.severity(), criterion.victimType(), criterion.visit());
        }

        Criterion toDomain() {
            return new Criterion(kind, severity, victimType, visit);
        }
    }

    static PlaybookEntry of(Playbook playbook) {
        var all = playbook.completed();
        return new PlaybookEntry(
                all.workingDays(),
                all.tries(),
                all.daysOfRest(),
                all.mayorVisits(),
                all.criteria().stream().map(CriterionEntry::of).toList(),
                all.reportHoursLate(),
                all.designationWarningDays(),
                all.retentionMonths(),
                all.defaultOwner());
    }

    Playbook toDomain() {
        return new Playbook(
                workingDays,
                tries,
                daysOfRest,
                mayorVisits,
                criteria.stream().map(CriterionEntry::toDomain).toList(),
                reportHoursLate,
                designationWarningDays,
                retentionMonths,
                defaultOwner);
    }
}
