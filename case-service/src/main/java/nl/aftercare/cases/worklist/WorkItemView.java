package nl.aftercare.cases.worklist;

import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.cases.domain.NextAction.Kind;
import nl.aftercare.cases.domain.NextAction.Urgency;
import nl.aftercare.cases.persistence.Worklist.Item;
import nl.aftercare.platform.kernel.WorkingDays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done in one case: without personal data of the victim.
 *
 * @param owner subject of the person who has the case; null when nobody has it yet
 * @param explanation what to do, in plain Dutch (B1)
 * @param dueOn last day on which it is in time, Europe/Amsterdam
 */
@Schema(name = "WorkItem")
public record WorkItemView(
        UUID caseId,
        UUID robberyId,
        String municipality,
        @Nullable String owner,
        Kind nextAction,
        String explanation,
        LocalDate dueOn,
        Urgency urgency) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    static WorkItemView of(Item item, LocalDate today, WorkingDays workingDays) {
        var next = item.next();
        return new WorkItemView(
                item.caseId(),
                item.robberyId(),
                item.municipality(),
                item.owner(),
                next.kind(),
                TEXTS.getString("action." + next.kind()),
                next.dueOn(),
                next.urgency(today, workingDays));
    }
}
