package nl.aftercare.cases.screening;

import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.Playbook.Criterion;
import nl.aftercare.cases.domain.Suggestion;
import nl.aftercare.cases.domain.Suggestion.Reason;
import nl.aftercare.cases.persistence.Cases.Stored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria that the municipality settled beforehand say about the decision. A person decides.
 *
 * @param result null while the police were not asked
 * @param criterion the one that decided, null when none did
 * @param explanation why, in plain Dutch (B1)
 */
@Schema(name = "Suggestion")
public record SuggestionView(
        @Nullable Result result, Reason reason, @Nullable Criterion criterion, String explanation) {

    static SuggestionView of(Stored stored) {
        var suggestion =
                Suggestion.on(stored.aftercareCase().robbery(), stored.victim().type(), stored.playbook());
        return new SuggestionView(
                suggestion.result(), suggestion.reason(), suggestion.criterion(), Explanations.of(suggestion));
    }
}
