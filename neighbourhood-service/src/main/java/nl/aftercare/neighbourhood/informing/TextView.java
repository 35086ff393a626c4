package nl.aftercare.neighbourhood.informing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import nl.aftercare.neighbourhood.domain.NeighbourText;
import nl.aftercare.neighbourhood.domain.TextReview;
import nl.aftercare.neighbourhood.domain.TextReview.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A text for neighbours as it would go now, and who read it.
 *
 * @param fingerprint names this text to the letter: of a text that changes, nothing that was said before holds
 * @param whyThisPlace why the place is named as it is, in plain Dutch (B1)
 * @param policeReadOn Europe/Amsterdam; null while the police did not read it
 * @param approvedOn Europe/Amsterdam; null while nobody approved it
 */
@Schema(name = "NeighbourText")
public record TextView(
        NeighbourText text,
        State state,
        String subject,
        String body,
        String fingerprint,
        String whyThisPlace,
        @Nullable LocalDate policeReadOn,
        @Nullable LocalDate approvedOn) {

    static TextView of(NeighbourText kind, TextReview review, String whyThisPlace) {
        var whole = review.text();
        int end = whole.indexOf('\n');
        return new TextView(
                kind,
                review.state(),
                whole.substring(0, end).strip(),
                whole.substring(end).strip(),
                fingerprint(whole),
                whyThisPlace,
                review.reading() == null ? null : review.reading().on(),
                review.approval() == null ? null : review.approval().on());
    }

    static String fingerprint(String whole) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
