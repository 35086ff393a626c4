package nl.aftercare.cases.domain;

import nl.aftercare.platform.kernel.Fact;

/** How grave a robbery was; only in a serious one the mayor may want to visit (seed; domain.md section 4). */
public enum Severity {
    STANDARD,
    SERIOUS;

    /** Serious with a firearm, or when somebody was wounded or killed; what is unknown does not make it so (domain.md 4). */
    public static Severity of(Fact firearm, Fact wounded, Fact dead) {
        return firearm == Fact.YES || wounded == Fact.YES || dead == Fact.YES ? SERIOUS : STANDARD;
    }
}
