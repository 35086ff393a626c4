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
        return Robbery.first(
                new RobberyId(UUID.randomUUID()),
                new Municipality("9901"),
                Instant.parse("2026-03-10T08:00:00Z"),
                RobberyFacts.of(kind, Instant.parse(occurredAt)));
    }

    /** The same robbery after somebody stated something of it. */
    static Robbery after(Robbery robbery, Statement stated) {
        return new Robbery(
                robbery.id(),
                robbery.municipality(),
                robbery.reportedAt(),
                robbery.facts().with(stated),
                2,
                null);
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
                new CaseId(UUID.randomUUID()), robbery, OPENED_ON, contacts, null, track, need, evaluation, null);
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
