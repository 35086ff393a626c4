package nl.aftercare.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;

/** Robberies and cases for tests: {@code aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z")}. */
final class Robberies {
    /** The day of the reports: Tuesday 10 March 2026. */
    static final LocalDate OPENED_ON = LocalDate.of(2026, 3, 10);

    private Robberies() {}

    static Robbery aRobbery(RobberyKind kind, String occurredAt) {
        return new Robbery(
                new RobberyId(UUID.randomUUID()),
                new Municipality("9901"),
                Instant.parse("2026-03-10T08:00:00Z"),
                RobberyFacts.of(kind, Instant.parse(occurredAt)),
                1);
    }

    static AftercareCase aCase(Robbery robbery) {
        return AftercareCase.open(new CaseId(UUID.randomUUID()), robbery, OPENED_ON);
    }

    static AftercareCase aCase(
            Robbery robbery,
            Map<ContactParty, SupportContact> contacts,
            Track track,
            SupportNeed need,
            Evaluation evaluation) {
        return new AftercareCase(
                new CaseId(UUID.randomUUID()), robbery, OPENED_ON, contacts, null, track, need, evaluation);
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
