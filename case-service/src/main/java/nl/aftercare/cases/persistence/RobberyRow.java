package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.cases.domain.Circumstances;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.RobberyFacts;
import nl.aftercare.cases.domain.RobberyId;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.SurroundingsTenure;
import nl.aftercare.cases.domain.Unrest;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A robbery as stored. */
@Entity
@Table(name = "robbery")
class RobberyRow {
    @Id
    UUID id;

    @Version
    int version;

    String municipality;
    Instant reportedAt;
    int revision;

    @Enumerated(EnumType.STRING)
    Fact isRobbery;

    @Enumerated(EnumType.STRING)
    RobberyKind kind;

    Instant occurredAt;

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

    @Enumerated(EnumType.STRING)
    Fact policeClearance;

    @Enumerated(EnumType.STRING)
    Fact policeObjection;

    LocalDate hearingOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> statedAt;

    /** Under which robbery all goes on; null while it stands by itself. */
    @Nullable
    UUID mergedInto;

    static RobberyRow of(Robbery robbery) {
        var row = new RobberyRow();
        row.id = robbery.id().value();
        row.municipality = robbery.municipality().code();
        row.reportedAt = robbery.reportedAt();
        row.take(robbery);
        return row;
    }

    void take(Robbery robbery) {
        revision = robbery.revision();
        reportedAt = robbery.reportedAt();
        var kept = robbery.mergedInto();
        mergedInto = kept == null ? null : kept.value();
        var facts = robbery.facts();
        isRobbery = facts.robbery();
        kind = facts.kind();
        occurredAt = facts.occurredAt();
        policeClearance = facts.policeClearance();
        policeObjection = facts.policeObjection();
        hearingOn = facts.hearingOn();
        statedAt = facts.statedAt().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), entry -> entry.getValue()
                        .toString()));
        take(facts.circumstances());
    }

    Robbery toDomain() {
        return new Robbery(
                new RobberyId(id),
                new Municipality(municipality),
                reportedAt,
                facts(),
                revision,
                mergedInto == null ? null : new RobberyId(mergedInto));
    }

    private RobberyFacts facts() {
        return new RobberyFacts(
                isRobbery,
                kind,
                occurredAt,
                new Circumstances(
                        firearm, wounded, dead, suspectKnown, solved, unrest, surroundingsTenure, safeBusinessArea),
                policeClearance,
                policeObjection,
                hearingOn,
                statedAt.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> RobberyFacts.Name.valueOf(entry.getKey()),
                                entry -> Instant.parse(entry.getValue()))));
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
