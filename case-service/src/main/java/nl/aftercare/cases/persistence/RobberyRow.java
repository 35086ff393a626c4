package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.aftercare.cases.domain.Circumstances;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.RobberyId;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.SurroundingsTenure;
import nl.aftercare.cases.domain.Unrest;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;

/** A robbery as stored. */
@Entity
@Table(name = "robbery")
class RobberyRow {
    @Id
    UUID id;

    @Version
    int version;

    String municipality;

    @Enumerated(EnumType.STRING)
    RobberyKind kind;

    Instant occurredAt;
    Instant reportedAt;

    @Enumerated(EnumType.STRING)
    Fact firearm;

    @Enumerated(EnumType.STRING)
    Fact wounded;

    @Enumerated(EnumType.STRING)
    Fact dead;

    @Enumerated(EnumType.STRING)
    Fact suspectKnown;

    @Enumerated(EnumType.STRING)
    Fact solved;

    @Enumerated(EnumType.STRING)
    Unrest unrest;

    @Enumerated(EnumType.STRING)
    SurroundingsTenure surroundingsTenure;

    @Enumerated(EnumType.STRING)
    Fact safeBusinessArea;

    String feed;
    String feedReference;
    String reportHash;

    static RobberyRow of(Robbery robbery, Provenance provenance) {
        var row = new RobberyRow();
        row.id = robbery.id().value();
        row.municipality = robbery.municipality().code();
        row.kind = robbery.kind();
        row.occurredAt = robbery.occurredAt();
        row.reportedAt = robbery.reportedAt();
        row.take(robbery.circumstances());
        row.feed = provenance.feed();
        row.feedReference = provenance.reference();
        row.reportHash = provenance.reportHash();
        return row;
    }

    Robbery toDomain() {
        return new Robbery(
                new RobberyId(id),
                new Municipality(municipality),
                kind,
                occurredAt,
                reportedAt,
                new Circumstances(
                        firearm, wounded, dead, suspectKnown, solved, unrest, surroundingsTenure, safeBusinessArea));
    }

    private void take(Circumstances known) {
        firearm = known.firearm();
        wounded = known.wounded();
        dead = known.dead();
        suspectKnown = known.suspectKnown();
        solved = known.solved();
        unrest = known.unrest();
        surroundingsTenure = known.surroundingsTenure();
        safeBusinessArea = known.safeBusinessArea();
    }
}
