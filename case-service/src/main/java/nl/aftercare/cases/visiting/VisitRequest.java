package nl.aftercare.cases.visiting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The plan for the first visit.
 *
 * @param on day of the visit, Europe/Amsterdam
 * @param policePresent whether somebody of the police comes along; without it, no
 * @param adviceAsked whether Slachtofferhulp was asked for advice; without it, no
 * @param withoutClearanceBecause why the visit need not wait for the police; only needed when they did not clear it
 */
@Schema(name = "VisitPlan", examples = """
        {"on": "2026-03-12", "visitor": "MAYOR", "policePresent": false, "adviceAsked": true}""")
public record VisitRequest(
        @NotNull LocalDate on,
        @NotNull Visitor visitor,
        @Nullable Boolean policePresent,
        @Nullable Boolean adviceAsked,

        @Nullable @Size(max = 500) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "mag niet leeg zijn")
        String withoutClearanceBecause) {

    Plan toDomain() {
        return new Plan(
                on,
                visitor,
                Boolean.TRUE.equals(policePresent),
                Boolean.TRUE.equals(adviceAsked),
                withoutClearanceBecause);
    }
}
