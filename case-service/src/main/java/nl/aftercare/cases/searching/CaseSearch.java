package nl.aftercare.cases.searching;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a coordinator looks for. In the body, so that no name comes into an address or a log.
 *
 * @param purpose why: police data may be used for nothing else (domain.md L2)
 * @param words whole words of the name, the street, the postcode, the telephone number, the e-mail address or the feed's reference;
 *     a case has to have all of them
 */
@Schema(name = "CaseSearch", examples = """
        {"purpose": "JUDGE_VISIT", "words": "Voorbeeld 9999XA"}""")
public record CaseSearch(
        @NotNull Purpose purpose, @NotBlank @Size(max = 200) String words) {

    /** What police data is for. */
    @Schema(name = "SearchPurpose")
    public enum Purpose {
        /** To judge whether, and how, to visit a victim. */
        JUDGE_VISIT,
        /** To keep public order. */
        PUBLIC_ORDER
    }

    /** Keeps personal data out of logs and error messages. */
    @Override
    public String toString() {
        return "CaseSearch[" + purpose + "]";
    }
}
