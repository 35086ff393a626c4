package nl.aftercare.cases.screening;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.aftercare.cases.domain.Track.Answer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the victim said when asked whether they want a visit.
 *
 * @param uncheckedBecause why it could not be checked first whether Slachtofferhulp or the branch organisation was in contact; only
 *     needed when it was not
 */
@Schema(name = "WillingnessAnswer", examples = """
        {"answer": "WILLING"}""")
public record AnswerRequest(
        @NotNull Answer answer,

        @Nullable @Size(max = 500) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "mag niet leeg zijn")
        String uncheckedBecause) {}
