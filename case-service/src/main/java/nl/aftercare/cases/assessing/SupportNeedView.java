package nl.aftercare.cases.assessing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.SupportNeed;
import nl.aftercare.cases.persistence.Cases.Stored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a victim answered, with what to ask.
 *
 * @param answers UNKNOWN for what was not asked
 * @param questions for this kind of robbery, in plain Dutch (B1), with the sentence of the source
 * @param checklist what the visit is for, in plain Dutch (V8)
 */
@Schema(name = "SupportNeedOfVictim")
public record SupportNeedView(
        UUID caseId, SupportNeedEntry answers, List<QuestionView> questions, List<String> checklist) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    /**
     * @param fact which answer it gives
     * @param source the sentence of the source that it comes from
     */
    @Schema(name = "NeedQuestion")
    public record QuestionView(String fact, String text, String source) {

        static QuestionView of(String fact) {
            return new QuestionView(
                    fact, TEXTS.getString("question." + fact), TEXTS.getString("question." + fact + ".source"));
        }
    }

    static SupportNeedView of(Stored stored) {
        var aftercare = stored.aftercareCase();
        return new SupportNeedView(
                aftercare.id().value(),
                SupportNeedEntry.of(Objects.requireNonNullElse(aftercare.need(), SupportNeed.UNKNOWN)),
                questions(aftercare).map(QuestionView::of).toList(),
                Stream.of("empathy", "vip", "possibilities", "no-interrogation")
                        .map(item -> TEXTS.getString("checklist." + item))
                        .toList());
    }

    private static Stream<String> questions(AftercareCase aftercare) {
        return aftercare.robbery().kind() == RobberyKind.COMMERCIAL
                ? Stream.of("homeInsecure", "cashHandled", "hardship", "talkWithOffender")
                : Stream.of("tenure", "entrepreneur", "helpWithForms", "hardship", "talkWithOffender");
    }
}
