package nl.aftercare.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.aftercare.cases.domain.RobberyFacts.Name;
import nl.aftercare.platform.kernel.Fact;

/** Statements for tests: {@code stated(noon, Map.of(SOLVED, YES))}. */
final class Statements {
    private Statements() {}

    /** A statement that speaks of these facts alone. */
    static Statement stated(Instant at, Map<Name, ?> facts) {
        return new Statement(
                at,
                (Fact) facts.get(Name.ROBBERY),
                (RobberyKind) facts.get(Name.KIND),
                (Instant) facts.get(Name.OCCURRED_AT),
                (Fact) facts.get(Name.FIREARM),
                (Fact) facts.get(Name.WOUNDED),
                (Fact) facts.get(Name.DEAD),
                (Fact) facts.get(Name.SUSPECT_KNOWN),
                (Fact) facts.get(Name.SOLVED),
                (Unrest) facts.get(Name.UNREST),
                (SurroundingsTenure) facts.get(Name.SURROUNDINGS_TENURE),
                (Fact) facts.get(Name.SAFE_BUSINESS_AREA),
                (Fact) facts.get(Name.POLICE_CLEARANCE),
                (Fact) facts.get(Name.POLICE_OBJECTION),
                (LocalDate) facts.get(Name.HEARING_ON));
    }
}
