package nl.aftercare.notifications.domain;

import java.time.LocalDate;
import nl.aftercare.platform.kernel.Decision;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality words a text itself: what is in force, and what is proposed. One person drafts, another one approves.
 *
 * @param version of what is in force; 0 while the usual text is
 * @param wording in force; null for the usual text
 * @param draft null while nothing is proposed
 */
public record OwnText(
        int version, @Nullable String wording, @Nullable Draft draft) {
    public static final OwnText NONE = new OwnText(0, null, null);

    /**
     * @param wording null to go back to the usual text
     * @param by subject of the token of who wrote it
     * @param on Europe/Amsterdam
     */
    public record Draft(@Nullable String wording, String by, LocalDate on) {}

    /** In place of an earlier draft. */
    public OwnText propose(Draft newDraft) {
        return new OwnText(version, wording, newDraft);
    }

    /**
     * The draft is in force from now on.
     *
     * @param by subject of the token
     */
    public Decision<OwnText, MessageEvent> approve(String by) {
        if (draft == null) {
            return Decision.refused("no-draft", "Er is geen voorstel om goed te keuren.");
        }
        if (draft.by().equals(by)) {
            return Decision.refused(
                    "same-person", "U heeft deze tekst zelf geschreven. Een collega moet die goedkeuren.");
        }
        return Decision.unchanged(new OwnText(version + 1, draft.wording(), null));
    }
}
