package nl.aftercare.cases.disclosing;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.Disclosure.Category;
import nl.aftercare.cases.domain.Disclosure.LegalGround;
import nl.aftercare.cases.domain.Disclosure.Recipient;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is passed on about a victim, to whom and on which ground; not the data itself. */
@Schema(name = "DisclosureRequest", examples = """
        {"municipality": "9901", "caseId": "01978000-0000-7000-8000-00000000000a",
         "recipient": "HOUSING_CORPORATION", "categories": ["ADDRESS"], "ground": "VICTIM_PERMISSION"}""")
public record DisclosureRequest(
        @NotNull @Pattern(regexp = Municipality.PATTERN, message = "moet een gemeentecode van vier cijfers zijn")
        String municipality,

        @NotNull UUID caseId,
        @NotNull Recipient recipient,
        @NotEmpty @Size(max = 4) List<@NotNull Category> categories,
        @NotNull LegalGround ground) {}
