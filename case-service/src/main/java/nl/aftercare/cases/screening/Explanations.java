package nl.aftercare.cases.screening;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.Playbook.Criterion;
import nl.aftercare.cases.domain.Suggestion;
import nl.aftercare.cases.screening.TrackView.State;
import nl.aftercare.platform.kernel.Fact;

/** What a state means and what may happen now, in plain Dutch, from {@code case-texts_nl.properties}. */
final class Explanations {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    private Explanations() {}

    static String of(AftercareCase aftercare, State state) {
        if (aftercare.isMerged() && state == State.CLOSED) {
            return TEXTS.getString("track.MERGED");
        }
        var objection = aftercare.robbery().facts().policeObjection();
        if (state == State.SCREENING) {
            return TEXTS.getString("track.SCREENING.objection-" + objection);
        }
        if (state == State.ASKING_WILLINGNESS || state == State.ACTIVE) {
            return objection == Fact.YES
                    ? TEXTS.getString("track.objection-after-decision")
                    : TEXTS.getString("track." + state + (aftercare.isChecked() ? "" : ".unchecked"));
        }
        return TEXTS.getString("track." + state);
    }

    static String of(Suggestion suggestion) {
        var text = TEXTS.getString("suggestion." + suggestion.reason());
        var criterion = suggestion.criterion();
        return criterion == null ? text : text.formatted(described(criterion), outcome(criterion));
    }

    private static String described(Criterion criterion) {
        return Stream.of(criterion.kind(), criterion.severity(), criterion.victimType())
                .map(condition -> condition == null ? "" : TEXTS.getString("condition." + condition))
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), all -> all.isEmpty() ? TEXTS.getString("condition.always") : all));
    }

    private static String outcome(Criterion criterion) {
        return TEXTS.getString(criterion.visit() ? "suggestion.visit" : "suggestion.no-visit");
    }
}
