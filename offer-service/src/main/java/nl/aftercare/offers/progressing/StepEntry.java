package nl.aftercare.offers.progressing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.aftercare.offers.domain.MeasureStep;
import nl.aftercare.offers.domain.MeasureStep.Kind;
import nl.aftercare.offers.domain.MeasureStep.Reason;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened with a measure.
 *
 * @param on when, Europe/Amsterdam; not later than today
 * @param provider code in the directory; with {@code REFERRED} only
 * @param permission whether the victim agreed to being referred; with {@code REFERRED} only, and then {@code YES} (domain.md L13)
 * @param reason with {@code REFERRAL_REJECTED} and {@code NOT_DELIVERED} only
 * @param inUse whether the victim still benefits; with {@code SIX_WEEKS_LATER} and {@code SIX_MONTHS_LATER} only
 */
@Schema(name = "MeasureStepEntry", examples = """
        {"kind": "ACCEPTED", "on": "2026-03-16"}""")
public record StepEntry(
        @NotNull Kind kind,
        @NotNull LocalDate on,
        @Nullable @Size(min = 1, max = 60) String provider,
        @Nullable Fact permission,
        @Nullable Reason reason,
        @Nullable Fact inUse) {

    /** @throws InvalidInputException naming every field that is missing or too many */
    MeasureStep toDomain() {
        boolean refers = kind == Kind.REFERRED;
        var wrong = new ArrayList<InvalidParam>();
        check(wrong, "provider", provider, refers);
        check(wrong, "permission", permission, refers);
        check(wrong, "reason", reason, kind.needsReason());
        check(wrong, "inUse", inUse, kind.isFollowUp());
        if (refers && permission != null && permission != Fact.YES) {
            wrong.add(new InvalidParam("permission", "aanmelden kan alleen met toestemming van het slachtoffer"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return new MeasureStep(kind, on, provider, reason, inUse);
    }

    private static void check(List<InvalidParam> wrong, String name, @Nullable Object value, boolean isNeeded) {
        if (isNeeded && value == null) {
            wrong.add(new InvalidParam(name, "is nodig bij deze stap"));
        }
        if (!isNeeded && value != null) {
            wrong.add(new InvalidParam(name, "hoort niet bij deze stap"));
        }
    }
}
