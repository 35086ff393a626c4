package nl.aftercare.cases.domain;

import nl.aftercare.platform.kernel.Fact;

/**
 * What is known of a robbery at the report, each in three values (domain.md 1.7).
 *
 * @param suspectKnown only whether, never who (domain.md L7)
 * @param safeBusinessArea inside an area with Keurmerk Veilig Ondernemen
 */
public record Circumstances(
        Fact firearm,
        Fact wounded,
        Fact dead,
        Fact suspectKnown,
        Fact solved,
        Unrest unrest,
        SurroundingsTenure surroundingsTenure,
        Fact safeBusinessArea) {

    public static final Circumstances UNKNOWN = new Circumstances(
            Fact.UNKNOWN,
            Fact.UNKNOWN,
            Fact.UNKNOWN,
            Fact.UNKNOWN,
            Fact.UNKNOWN,
            Unrest.UNKNOWN,
            SurroundingsTenure.UNKNOWN,
            Fact.UNKNOWN);

    public Severity severity() {
        return Severity.of(firearm, wounded, dead);
    }
}
