package nl.aftercare.cases.domain;

/** Overval op een bedrijf of woningoverval; decides which tables of measures and actions apply (seed, Aanbod en acties). */
public enum RobberyKind {
    COMMERCIAL,
    RESIDENTIAL
}
