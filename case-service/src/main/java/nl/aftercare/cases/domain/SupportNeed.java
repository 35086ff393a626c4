package nl.aftercare.cases.domain;

import nl.aftercare.platform.kernel.Fact;

/**
 * Hulpvraag: what the coordinator asked a victim during the visit (seed, Verdiepen in de hulpvraag). Each answer is a fact for the
 * offer; what was not asked is unknown. No free text: it could hold what may not be kept (domain.md L6).
 *
 * @param homeInsecure "Vraag bij slachtoffers van een bedrijfsoverval ook naar de beveiliging thuis"
 * @param entrepreneur "Aan slachtoffers van woningovervallen wordt ook gevraagd of ze ondernemer zijn"
 * @param tenure "Stel vast of het een huur- of koopwoning betreft"; of the victim's own home
 * @param hardship a harrowing case: "bekijk of schrijnende gevallen (financiële) hulp op maat kunnen krijgen"
 * @param cashHandled whether the business handles cash, for a skim safe or a card terminal
 * @param helpWithForms "Biedt hulp bij het aanvragen/invullen van formulieren"
 * @param talkWithOffender "Als het slachtoffer baat denkt te hebben bij een gesprek met de dader"
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

    /** Huur of koop of the victim's own home. */
    public enum Tenure {
        /** Of a housing corporation. */
        RENTED,
        /** Of a private landlord, whom the source does not speak of (domain.md section 10). */
        RENTED_PRIVATE,
        OWNER_OCCUPIED,
        UNKNOWN
    }
}
