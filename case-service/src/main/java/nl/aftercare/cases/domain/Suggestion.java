package nl.aftercare.cases.domain;

import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.Playbook.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria that were settled beforehand say about the decision (domain.md 1.7). A person decides.
 *
 * @param result null while the police were not asked
 * @param criterion of the playbook that decided, null when none did
 */
public record Suggestion(
        @Nullable Result result, Reason reason, @Nullable Criterion criterion) {

    /** Why. */
    public enum Reason {
        /** Gate G1. */
        POLICE_NOT_ASKED,
        /** Gate G1; the one neutral way to withhold. */
        POLICE_OBJECT,
        CRITERION,
        NO_CRITERION_FITS
    }

    public static Suggestion on(Robbery robbery, VictimType victim, Playbook playbook) {
        return switch (robbery.facts().policeObjection()) {
            case UNKNOWN -> new Suggestion(null, Reason.POLICE_NOT_ASKED, null);
            case YES -> new Suggestion(Result.WITHHELD, Reason.POLICE_OBJECT, null);
            case NO ->
                playbook.criteria().stream()
                        .filter(criterion -> criterion.fits(robbery, victim))
                        .findFirst()
                        .map(criterion -> new Suggestion(criterion.result(), Reason.CRITERION, criterion))
                        .orElseGet(() -> new Suggestion(Result.GRANTED_WITH_VISIT, Reason.NO_CRITERION_FITS, null));
        };
    }
}
