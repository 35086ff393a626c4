package nl.aftercare.cases.assessing;

import jakarta.validation.constraints.NotNull;
import nl.aftercare.cases.domain.SupportNeed;
import nl.aftercare.cases.domain.SupportNeed.Tenure;
import nl.aftercare.platform.kernel.Fact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a victim answered during the visit; UNKNOWN for what was not asked. There is no room for free text (domain.md L6).
 *
 * @param homeInsecure whether the victim's home is insecure
 * @param entrepreneur whether the victim is an entrepreneur
 * @param tenure of the victim's own home
 * @param hardship whether it is a harrowing case
 * @param cashHandled whether the business handles cash
 * @param helpWithForms whether the victim wants help with forms
 * @param talkWithOffender whether the victim would benefit from a talk with the offender
 */
@Schema(name = "SupportNeed", examples = """
        {"homeInsecure": "YES", "entrepreneur": "NO", "tenure": "RENTED", "hardship": "UNKNOWN",
         "cashHandled": "NO", "helpWithForms": "YES", "talkWithOffender": "NO"}""")
public record SupportNeedEntry(
        @NotNull Fact homeInsecure,
        @NotNull Fact entrepreneur,
        @NotNull Tenure tenure,
        @NotNull Fact hardship,
        @NotNull Fact cashHandled,
        @NotNull Fact helpWithForms,
        @NotNull Fact talkWithOffender) {

    static SupportNeedEntry of(SupportNeed need) {
        return new SupportNeedEntry(
                need.homeInsecure(),
                need.entrepreneur(),
                need.tenure(),
                need.hardship(),
                need.cashHandled(),
                need.helpWithForms(),
                need.talkWithOffender());
    }

    SupportNeed toDomain() {
        return new SupportNeed(
                homeInsecure, entrepreneur, tenure, hardship, cashHandled, helpWithForms, talkWithOffender);
    }
}
