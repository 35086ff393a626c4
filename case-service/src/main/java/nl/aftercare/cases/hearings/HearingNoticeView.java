package nl.aftercare.cases.hearings;

import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.cases.domain.HearingNotice;
import nl.aftercare.cases.persistence.Cases.Stored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The hearing and what became of the right to speak there.
 *
 * @param hearingOn day of the hearing, Europe/Amsterdam; null when none is known
 * @param result null while nobody recorded it
 * @param on day of it, Europe/Amsterdam
 * @param explanation what to do, in plain Dutch (B1)
 * @param source the sentence of the source that it comes from
 */
@Schema(name = "HearingNotice")
public record HearingNoticeView(
        UUID caseId,
        @Nullable LocalDate hearingOn,
        HearingNotice.@Nullable Result result,
        @Nullable LocalDate on,
        String explanation,
        String source) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    static HearingNoticeView of(Stored stored) {
        var aftercare = stored.aftercareCase();
        var hearingOn = aftercare.robbery().facts().hearingOn();
        var notice = aftercare.hearingNotice();
        var state = notice != null ? notice.result().name() : hearingOn == null ? "no-hearing" : "open";
        return new HearingNoticeView(
                aftercare.id().value(),
                hearingOn,
                notice == null ? null : notice.result(),
                notice == null ? null : notice.on(),
                TEXTS.getString("hearing." + state),
                TEXTS.getString("hearing.source"));
    }
}
