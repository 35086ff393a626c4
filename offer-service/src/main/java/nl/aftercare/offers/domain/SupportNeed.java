package nl.aftercare.offers.domain;

import nl.aftercare.platform.kernel.Fact;

/**
 * Hulpvraag: what a victim answered during the visit (seed, Verdiepen in de hulpvraag).
 *
 * @param tenure of the victim's own home
 * @param hardship a harrowing case
 */
public record SupportNeed(
        Fact homeInsecure,
        Fact entrepreneur,
        Tenure tenure,
        Fact hardship,
        Fact cashHandled,
        Fact helpWithForms,
        Fact talkWithOffender) {

    public static final SupportNeed UNKNOWN = new SupportNeed(
            Fact.UNKNOWN, Fact.UNKNOWN, Tenure.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN);

    /** Huur of koop. */
    public enum Tenure {
        /** Of a housing corporation. */
        RENTED,
        RENTED_PRIVATE,
        OWNER_OCCUPIED,
        UNKNOWN
    }
}
