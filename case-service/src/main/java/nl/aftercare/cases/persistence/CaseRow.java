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
import java.util.stream.Stream;
import nl.aftercare.cases.domain.Address;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.AftercareDecision;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.ContactParty;
import nl.aftercare.cases.domain.Evaluation;
import nl.aftercare.cases.domain.FirstVisit;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.FirstVisit.Visitor;
import nl.aftercare.cases.domain.HearingNotice;
import nl.aftercare.cases.domain.NextAction;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.SupportContact;
import nl.aftercare.cases.domain.SupportNeed;
import nl.aftercare.cases.domain.Track;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.AskingWillingness;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.Limit;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Unreachable;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.domain.VictimType;
import nl.aftercare.cases.persistence.Robberies.Restated;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.privacy.PersonalData;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An aftercare case with its victim, as stored. */
@Entity
@Table(name = "aftercare_case")
class CaseRow {
    /** The states of {@link Track}, as stored. */
    enum TrackState {
        SCREENING,
        ASKING_WILLINGNESS,
        ACTIVE,
        LIMITED_TO_FIRST_LINE,
        WITHHELD,
        UNREACHABLE,
        CLOSED,
        ERASED
    }

    @Id
    UUID id;

    @Version
    int version;

    String municipality;
    UUID robberyId;
    LocalDate openedOn;
    String feed;
    String feedReference;
    String victimReference;
    Instant victimStatedAt;

    @Enumerated(EnumType.STRING)
    VictimType victimType;

    @PersonalData
    String victimName;

    @PersonalData
    String victimEmail;

    @PersonalData
    String victimPhone;

    @PersonalData
    String postcode;

    @PersonalData
    Integer houseNumber;

    @PersonalData
    String houseNumberAddition;

    @PersonalData
    String street;

    @PersonalData
    String town;

    boolean addressShielded;

    @Enumerated(EnumType.STRING)
    Fact victimSupportContacted;

    LocalDate victimSupportContactedOn;

    @Enumerated(EnumType.STRING)
    Fact branchContacted;

    LocalDate branchContactedOn;
    boolean victimSupportChecked;
    boolean branchChecked;

    @PersonalData
    String uncheckedBecause;

    @Enumerated(EnumType.STRING)
    TrackState track;

    @Enumerated(EnumType.STRING)
    Result decision;

    String decidedBy;
    LocalDate decidedOn;
    int unanswered;
    LocalDate willingOn;

    @Enumerated(EnumType.STRING)
    Limit trackLimit;

    LocalDate visitOn;

    @Enumerated(EnumType.STRING)
    Visitor visitor;

    boolean visitWithPolice;
    boolean visitAdviceAsked;

    @PersonalData
    String visitWithoutClearanceBecause;

    LocalDate visitHeldOn;

    @PersonalData
    @JdbcTypeCode(SqlTypes.JSON)
    SupportNeed need;

    @PersonalData
    @JdbcTypeCode(SqlTypes.JSON)
    Evaluation evaluation;

    @Enumerated(EnumType.STRING)
    HearingNotice.Result hearingNotice;

    LocalDate hearingNoticeOn;

    /** Why it may not be erased; null when it may. */
    @PersonalData
    @Nullable
    String legalHoldBecause;

    LocalDate erasedOn;

    /** How far it was when it was closed; null while it is open. */
    @Enumerated(EnumType.STRING)
    TrackState closedFrom;

    LocalDate closedOn;

    @PersonalData
    String unevaluatedBecause;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    /** The case in which this one goes on, after its robbery was merged; null while it stands by itself. */
    @Nullable
    UUID goesOnAs;

    /** Whether two feeds named the victim: what one does not say, the other one may have said. */
    boolean ofTwoFeeds;

    String owner;

    @Enumerated(EnumType.STRING)
    NextAction.Kind nextAction;

    LocalDate dueOn;

    static CaseRow of(AftercareCase opened, Victim victim, Provenance provenance, Instant statedAt, Clocks clocks) {
        var row = new CaseRow();
        row.id = opened.id().value();
        row.municipality = opened.robbery().municipality().code();
        row.robberyId = opened.robbery().id().value();
        row.openedOn = opened.openedOn();
        row.feed = provenance.feed();
        row.feedReference = provenance.reference();
        row.victimReference = victim.reference();
        row.take(victim);
        row.victimStatedAt = statedAt;
        row.owner = clocks.playbook().defaultOwner();
        row.take(opened, clocks);
        return row;
    }

    AftercareCase toDomain(Robbery robbery) {
        return new AftercareCase(
                new CaseId(id),
                robbery,
                openedOn,
                Map.of(
                        ContactParty.VICTIM_SUPPORT,
                                new SupportContact(
                                        victimSupportContacted, victimSupportContactedOn, victimSupportChecked),
                        ContactParty.BRANCH_ORGANISATION,
                                new SupportContact(branchContacted, branchContactedOn, branchChecked)),
                uncheckedBecause,
                track(),
                need,
                evaluation,
                hearingNotice == null ? null : new HearingNotice(hearingNotice, hearingNoticeOn));
    }

    Victim victim() {
        var address = postcode == null ? null : new Address(postcode, houseNumber, houseNumberAddition, street, town);
        return new Victim(victimReference, victimType, victimName, victimEmail, victimPhone, address, addressShielded);
    }

    void take(AftercareCase known, Clocks clocks) {
        var next = NextAction.of(known, clocks.playbook(), clocks.workingDays());
        nextAction = next.map(NextAction::kind).orElse(null);
        dueOn = next.map(NextAction::dueOn).orElse(null);
        var victimSupport = known.contactWith(ContactParty.VICTIM_SUPPORT);
        var branch = known.contactWith(ContactParty.BRANCH_ORGANISATION);
        victimSupportContacted = victimSupport.contacted();
        victimSupportContactedOn = victimSupport.contactedOn();
        branchContacted = branch.contacted();
        branchContactedOn = branch.contactedOn();
        victimSupportChecked = victimSupport.checked();
        branchChecked = branch.checked();
        uncheckedBecause = known.uncheckedBecause();
        need = known.need();
        evaluation = known.evaluation();
        var notice = known.hearingNotice();
        hearingNotice = notice == null ? null : notice.result();
        hearingNoticeOn = notice == null ? null : notice.on();
        take(known.track());
        if (!(known.track() instanceof Closed || known.track() instanceof Erased)) {
            outcome = null;
            closedFrom = null;
            closedOn = null;
            unevaluatedBecause = null;
        }
    }

    private void take(Track next) {
        switch (next) {
            case Screening screening -> track = TrackState.SCREENING;
            case AskingWillingness asking -> {
                take(TrackState.ASKING_WILLINGNESS, asking.decision());
                unanswered = asking.unanswered();
            }
            case Active active -> {
                take(TrackState.ACTIVE, active.decision());
                willingOn = active.willingOn();
                take(active.visit());
            }
            case LimitedToFirstLine limited -> {
                take(TrackState.LIMITED_TO_FIRST_LINE, limited.decision());
                trackLimit = limited.limit();
                take(limited.visit());
            }
            case Withheld withheld -> take(TrackState.WITHHELD, withheld.decision());
            case Unreachable unreachable -> {
                take(TrackState.UNREACHABLE, unreachable.decision());
                unanswered = unreachable.unanswered();
            }
            case Closed(var before, var ended, var day, var because) -> {
                take(before);
                closedFrom = track;
                outcome = ended;
                closedOn = day;
                unevaluatedBecause = because;
                track = TrackState.CLOSED;
            }
            case Erased(var ended, var day) -> {
                track = TrackState.ERASED;
                outcome = ended;
                closedFrom = null;
                erasedOn = day;
                forget();
            }
        }
    }

    /** Codes and dates stay, for the figures; who it was and what was said does not. */
    private void forget() {
        victimName = null;
        victimEmail = null;
        victimPhone = null;
        take((Address) null);
        uncheckedBecause = null;
        visitWithoutClearanceBecause = null;
        need = null;
        evaluation = null;
        unevaluatedBecause = null;
        legalHoldBecause = null;
        decidedBy = null;
        owner = null;
    }

    private void take(FirstVisit visit) {
        switch (visit) {
            case NotPlanned notPlanned -> {
                visitOn = null;
                visitor = null;
                visitWithPolice = false;
                visitAdviceAsked = false;
                visitWithoutClearanceBecause = null;
                visitHeldOn = null;
            }
            case Planned(var plan) -> take(plan, null);
            case Held(var plan, var heldOn) -> take(plan, heldOn);
        }
    }

    private void take(Plan plan, @Nullable LocalDate heldOn) {
        visitOn = plan.on();
        visitor = plan.visitor();
        visitWithPolice = plan.policePresent();
        visitAdviceAsked = plan.adviceAsked();
        visitWithoutClearanceBecause = plan.withoutClearanceBecause();
        visitHeldOn = heldOn;
    }

    private FirstVisit visit() {
        if (visitOn == null) {
            return new NotPlanned();
        }
        var plan = new Plan(visitOn, visitor, visitWithPolice, visitAdviceAsked, visitWithoutClearanceBecause);
        return visitHeldOn == null ? new Planned(plan) : new Held(plan, visitHeldOn);
    }

    private void take(TrackState next, @Nullable AftercareDecision decided) {
        track = next;
        decision = decided == null ? null : decided.result();
        decidedBy = decided == null ? null : decided.decidedBy();
        decidedOn = decided == null ? null : decided.decidedOn();
    }

    private Track track() {
        return closedFrom == null ? track(track) : new Closed(track(closedFrom), outcome, closedOn, unevaluatedBecause);
    }

    private Track track(TrackState state) {
        var decided = decision == null ? null : new AftercareDecision(decision, decidedBy, decidedOn);
        return switch (state) {
            case SCREENING -> new Screening();
            case ASKING_WILLINGNESS -> new AskingWillingness(decided, unanswered);
            case ACTIVE -> new Active(decided, willingOn, visit());
            case LIMITED_TO_FIRST_LINE -> new LimitedToFirstLine(decided, trackLimit, visit());
            case WITHHELD -> new Withheld(decided);
            case UNREACHABLE -> new Unreachable(decided, unanswered);
            case ERASED -> new Erased(outcome, erasedOn);
            case CLOSED -> throw new IllegalStateException("a closed case has the state that it was closed from");
        };
    }

    /** Whether this feed named this victim under this reference: its own name for the victim means nothing elsewhere. */
    boolean isNamedBy(Provenance provenance) {
        return feed.equals(provenance.feed()) && feedReference.equals(provenance.reference());
    }

    /**
     * The latest statement holds, in whatever order they arrive, and of two at the same instant the one that sorts first. A home
     * stays shielded until somebody says that it need not be. Of who was erased, nothing is taken in again.
     */
    void restate(Restated restated, Instant statedAt) {
        if (track == TrackState.ERASED) {
            return;
        }
        var victim = restated.victim();
        if (statedAt.isAfter(victimStatedAt)
                || statedAt.equals(victimStatedAt) && order(victim).compareTo(order(victim())) < 0) {
            boolean shielded = restated.saysWhetherShielded() ? victim.addressShielded() : addressShielded;
            take(ofTwoFeeds ? completed(victim, victim()) : victim);
            addressShielded = shielded;
            victimStatedAt = statedAt;
        }
    }

    /** Takes over what is not known here. */
    void complete(Victim elsewhere) {
        boolean shielded = addressShielded || elsewhere.addressShielded();
        take(completed(victim(), elsewhere));
        addressShielded = shielded;
        ofTwoFeeds = true;
    }

    private static Victim completed(Victim victim, Victim elsewhere) {
        return new Victim(
                victim.reference(),
                victim.type(),
                otherwise(victim.name(), elsewhere.name()),
                otherwise(victim.email(), elsewhere.email()),
                otherwise(victim.phone(), elsewhere.phone()),
                otherwise(victim.address(), elsewhere.address()),
                victim.addressShielded());
    }

    Provenance provenance() {
        return new Provenance(new Municipality(municipality), feed, feedReference);
    }

    private static <T> @Nullable T otherwise(@Nullable T known, @Nullable T elsewhere) {
        return known == null ? elsewhere : known;
    }

    private static String order(Victim victim) {
        var address = victim.address();
        return Stream.of(
                        victim.type(),
                        victim.name(),
                        victim.email(),
                        victim.phone(),
                        address == null ? null : address.postcode(),
                        address == null ? null : address.houseNumber(),
                        address == null ? null : address.houseNumberAddition(),
                        address == null ? null : address.street(),
                        address == null ? null : address.town())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private void take(Victim victim) {
        victimType = victim.type();
        victimName = victim.name();
        victimEmail = victim.email();
        victimPhone = victim.phone();
        addressShielded = victim.addressShielded();
        take(victim.address());
    }

    private void take(@Nullable Address address) {
        postcode = address == null ? null : address.postcode();
        houseNumber = address == null ? null : address.houseNumber();
        houseNumberAddition = address == null ? null : address.houseNumberAddition();
        street = address == null ? null : address.street();
        town = address == null ? null : address.town();
    }
}
