package nl.aftercare.neighbourhood.persistence;

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
import nl.aftercare.neighbourhood.domain.Action;
import nl.aftercare.neighbourhood.domain.ActionStep;
import nl.aftercare.neighbourhood.domain.Anchor;
import nl.aftercare.neighbourhood.domain.Arrangement;
import nl.aftercare.neighbourhood.domain.Audience;
import nl.aftercare.neighbourhood.domain.BreachReason;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Arranged;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.neighbourhood.domain.SurroundingsTenure;
import nl.aftercare.neighbourhood.domain.Unrest;
import nl.aftercare.platform.kernel.Municipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A plan as stored; without an arrangement, its columns are null. */
@Entity
@Table(name = "neighbourhood_plan")
class PlanRow {
    @Id
    UUID id;

    @Version
    int version;

    String municipality;
    UUID robberyId;

    @Enumerated(EnumType.STRING)
    RobberyKind kind;

    LocalDate robbedOn;

    @Enumerated(EnumType.STRING)
    Unrest unrest;

    @Enumerated(EnumType.STRING)
    SurroundingsTenure surroundings;

    @Enumerated(EnumType.STRING)
    Anchor.Event anchor;

    @Nullable
    LocalDate anchoredOn;

    boolean awaitsDecision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Audience audience;

    @Enumerated(EnumType.STRING)
    @Nullable
    BreachReason breachReason;

    int proposals;
    int arrangementRevision;
    UUID partnerId;

    @Enumerated(EnumType.STRING)
    PartnerKind partnerKind;

    LocalDate agreedOn;
    Instant startsAt;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<Action, String> owners;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<Action, ActionStep> actions;

    static PlanRow of(NeighbourhoodPlan plan) {
        var outline = plan.outline();
        var row = new PlanRow();
        row.id = outline.id();
        row.municipality = outline.municipality().code();
        row.robberyId = outline.robberyId();
        row.take(plan);
        return row;
    }

    void take(NeighbourhoodPlan plan) {
        kind = plan.outline().kind();
        robbedOn = plan.outline().robbedOn();
        unrest = plan.outline().unrest();
        surroundings = plan.outline().surroundings();
        anchor = plan.outline().anchor().event();
        anchoredOn = plan.outline().anchor().on();
        awaitsDecision = plan.outline().anchor().awaitsDecision();
        audience = plan.outline().audience();
        breachReason = plan.outline().breachReason();
        owners = plan.outline().owners();
        actions = plan.actions();
        if (plan instanceof Arranged(var outline, var recorded, var arrangement, var revision)) {
            arrangementRevision = revision;
            partnerId = arrangement.partnerId();
            partnerKind = arrangement.partnerKind();
            agreedOn = arrangement.agreedOn();
            startsAt = arrangement.startsAt();
        } else if (plan instanceof Opened(var outline, var recorded, var revision)) {
            arrangementRevision = revision;
            partnerId = null;
            partnerKind = null;
            agreedOn = null;
            startsAt = null;
        }
    }

    NeighbourhoodPlan toDomain() {
        var outline = new Outline(
                id,
                robberyId,
                new Municipality(municipality),
                kind,
                robbedOn,
                new Anchor(anchor, anchoredOn, awaitsDecision),
                unrest,
                surroundings,
                audience,
                breachReason,
                owners);
        return agreedOn == null
                ? new Opened(outline, actions, arrangementRevision)
                : new Arranged(
                        outline,
                        actions,
                        new Arrangement(partnerId, partnerKind, agreedOn, startsAt),
                        arrangementRevision);
    }
}
