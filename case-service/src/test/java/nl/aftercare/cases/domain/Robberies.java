package nl.aftercare.cases.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;

/** Robberies and cases for tests: {@code aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z")}. */
final class Robberies {
    private Robberies() {}

    static Robbery aRobbery(RobberyKind kind, String occurredAt) {
        return new Robbery(
                new RobberyId(UUID.randomUUID()),
                new Municipality("9901"),
                kind,
                Instant.parse(occurredAt),
                Instant.parse("2026-03-10T08:00:00Z"),
                circumstances(Fact.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN));
    }

    static AftercareCase aCase(Robbery robbery) {
        return new AftercareCase(new CaseId(UUID.randomUUID()), robbery, Map.of());
    }

    static Circumstances circumstances(Fact firearm, Fact wounded, Fact dead) {
        return new Circumstances(
                firearm,
                wounded,
                dead,
                Fact.UNKNOWN,
                Fact.UNKNOWN,
                Unrest.UNKNOWN,
                SurroundingsTenure.UNKNOWN,
                Fact.UNKNOWN);
    }
}
