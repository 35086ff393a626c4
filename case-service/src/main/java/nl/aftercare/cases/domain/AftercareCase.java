package nl.aftercare.cases.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import nl.aftercare.cases.domain.CaseEvent.AftercareDecided;
import nl.aftercare.cases.domain.CaseEvent.CaseClosed;
import nl.aftercare.cases.domain.CaseEvent.CaseEvaluated;
import nl.aftercare.cases.domain.CaseEvent.CaseReopened;
import nl.aftercare.cases.domain.CaseEvent.FirstVisitHeld;
import nl.aftercare.cases.domain.CaseEvent.PersonalDataErased;
import nl.aftercare.cases.domain.CaseEvent.SupportNeedAssessed;
import nl.aftercare.cases.domain.CaseEvent.VictimContacted;
import nl.aftercare.cases.domain.CaseEvent.VisitWillingnessRecorded;
import nl.aftercare.cases.domain.FirstVisit.Held;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.FirstVisit.Plan;
import nl.aftercare.cases.domain.FirstVisit.Planned;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.cases.domain.Track.Active;
import nl.aftercare.cases.domain.Track.Answer;
import nl.aftercare.cases.domain.Track.AskingWillingness;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.Limit;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Unreachable;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Nazorgtraject: the aftercare of one victim of one robbery.
 *
 * @param openedOn day on which the victim became known, Europe/Amsterdam
 * @param contacts what is known of the contact of each first-line party with the victim
 * @param uncheckedBecause why the victim was contacted without asking the first-line parties first; null when that was not so
 * @param need what the victim was asked about their need; null while it was not
 * @param evaluation null while it was not evaluated
 * @param hearingNotice null while nobody said whether the victim wants to speak at the hearing
 */
public record AftercareCase(
        CaseId id,
        Robbery robbery,
        LocalDate openedOn,
        Map<ContactParty, SupportContact> contacts,
        @Nullable String uncheckedBecause,
        Track track,
        @Nullable SupportNeed need,
        @Nullable Evaluation evaluation,
        @Nullable HearingNotice hearingNotice) {

    public AftercareCase {
        contacts = Map.copyOf(contacts);
    }

    /**
     * Opens the aftercare of one victim.
     *
     * @param today Europe/Amsterdam
     */
    public static AftercareCase open(CaseId id, Robbery robbery, LocalDate today) {
        return new AftercareCase(id, robbery, today, Map.of(), null, new Screening(), null, null, null);
    }

    /** The same case with what is known of its robbery now. */
    public AftercareCase about(Robbery known) {
        return new AftercareCase(
                id, known, openedOn, contacts, uncheckedBecause, track, need, evaluation, hearingNotice);
    }

    public SupportContact contactWith(ContactParty party) {
        return contacts.getOrDefault(party, SupportContact.UNKNOWN);
    }

    /** When it was no robbery after all, nothing is done any more (domain.md 1.3). */
    public boolean isCancelled() {
        return robbery.facts().robbery() == Fact.NO;
    }

    /** Whether it goes on in a case of another robbery. */
    public boolean isMerged() {
        return robbery.mergedInto() != null;
    }

    /**
     * Records whether a party has contacted the victim, before the municipality does (seed: "gaat u na of er al contact is
     * geweest"). The branch organisation counts in a commercial robbery only.
     *
     * @param today Europe/Amsterdam
     */
    public Decision<AftercareCase, CaseEvent> recordContact(
            ContactParty party, SupportContact contact, LocalDate today) {
        if (track instanceof Erased || isMerged()) {
            return over();
        }
        if (!speaksHere(party)) {
            return noBranchHere();
        }
        if (contact.contactedOn() != null && contact.contacted() != Fact.YES) {
            return Decision.refused("no-contact-no-date", "Zonder contact is er geen datum van contact.");
        }
        if (contact.contactedOn() != null && contact.contactedOn().isBefore(robbery.occurredOn())) {
            return Decision.refused("contact-before-robbery", "De datum van het contact ligt vóór de overval.");
        }
        if (contact.contactedOn() != null && contact.contactedOn().isAfter(today)) {
            return Decision.refused("contact-in-future", "De datum van het contact ligt in de toekomst.");
        }
        if (contact.contacted() == Fact.UNKNOWN && contactWith(party).contacted() != Fact.UNKNOWN) {
            return contact.equals(contactWith(party))
                    ? Decision.unchanged(this)
                    : Decision.refused("contact-known", "Het is al bekend of er contact is geweest.");
        }
        return know(party, contact);
    }

    /** Takes over what is known of the same victim elsewhere; what is known here is not lost. */
    Decision<AftercareCase, CaseEvent> combineContact(ContactParty party, SupportContact elsewhere) {
        return know(party, contactWith(party).combinedWith(elsewhere));
    }

    private Decision<AftercareCase, CaseEvent> know(ContactParty party, SupportContact contact) {
        if (contact.equals(contactWith(party))) {
            return Decision.unchanged(this);
        }
        var known = new EnumMap<ContactParty, SupportContact>(ContactParty.class);
        known.putAll(contacts);
        known.put(party, contact);
        var changed = new AftercareCase(
                id, robbery, openedOn, known, uncheckedBecause, track, need, evaluation, hearingNotice);
        return contact.contacted() == Fact.UNKNOWN
                ? Decision.unchanged(changed)
                : Decision.accepted(changed, new VictimContacted(robbery.id(), id, party, contact));
    }

    /** Whether advice of a first-line party on the visit is kept: of a case that still holds somebody's data. */
    public Decision<AftercareCase, CaseEvent> takeAdvice(PartyAdvice advice) {
        if (track instanceof Erased || isMerged()) {
            return over();
        }
        return speaksHere(advice.party()) ? Decision.unchanged(this) : noBranchHere();
    }

    private boolean speaksHere(ContactParty party) {
        return party != ContactParty.BRANCH_ORGANISATION || robbery.kind() == RobberyKind.COMMERCIAL;
    }

    private static Decision<AftercareCase, CaseEvent> noBranchHere() {
        return Decision.refused(
                "no-branch-in-home-robbery", "Een brancheorganisatie hoort alleen bij een bedrijfsoverval.");
    }

    /**
     * Decides about the aftercare. Gate G1: the police were asked about objections first, and when they object, aftercare by the
     * municipality is withheld; when they object no longer, it may be granted after all. A repeat of the same decision changes
     * nothing.
     */
    public Decision<AftercareCase, CaseEvent> decide(AftercareDecision decision) {
        if (isOver()) {
            return over();
        }
        if (isCancelled()) {
            return notARobbery();
        }
        if (!mayBeDecided(decision.result())) {
            return decided().result() == decision.result()
                    ? Decision.unchanged(this)
                    : Decision.refused("already-decided", "Over dit traject is al besloten.");
        }
        if (robbery.facts().policeObjection() == Fact.UNKNOWN) {
            return Decision.refused(
                    "police-not-asked", "Vraag eerst aan de politie of er bezwaren zijn tegen een bezoek.");
        }
        if (robbery.facts().policeObjection() == Fact.YES && decision.result() != Result.WITHHELD) {
            return Decision.refused("police-object", "De politie heeft bezwaren. Nazorg door de gemeente kan nu niet.");
        }
        Track decided =
                switch (decision.result()) {
                    case GRANTED_WITH_VISIT -> new AskingWillingness(decision, 0);
                    case GRANTED_WITHOUT_VISIT ->
                        new LimitedToFirstLine(decision, Limit.GRANTED_WITHOUT_VISIT, new NotPlanned());
                    case WITHHELD -> new Withheld(decision);
                };
        return Decision.accepted(
                on(decided), new AftercareDecided(robbery.id(), id, decision.result(), decision.decidedOn()));
    }

    private boolean mayBeDecided(Result result) {
        return switch (track) {
            case Screening screening -> true;
            case Withheld withheld -> result != Result.WITHHELD;
            // withdrew before anything was decided, and came back
            case LimitedToFirstLine limited -> limited.decision() == null;
            default -> false;
        };
    }

    /**
     * Records what the victim said when the municipality asked whether they want a visit: the first contact. Gate G1: only after
     * a decision that grants it. Gate G2: only after it was checked whether the first-line parties were in contact.
     *
     * @param override why it could not be checked: the one gate that may be passed over, with a reason (domain.md 1.4)
     * @param playbook says after how many attempts in vain a victim counts as unreachable
     * @param today Europe/Amsterdam
     */
    public Decision<AftercareCase, CaseEvent> recordAnswer(
            Answer answer, @Nullable String override, Playbook playbook, LocalDate today) {
        if (isOver()) {
            return over();
        }
        if (isCancelled()) {
            return notARobbery();
        }
        if (robbery.facts().policeObjection() == Fact.YES) {
            return Decision.refused(
                    "police-object", "De politie heeft bezwaren. Neem nu geen contact op met het slachtoffer.");
        }
        if (!isDecided()) {
            return Decision.refused(
                    "not-decided", "Neem pas contact op met het slachtoffer als er is besloten over de nazorg.");
        }
        if (repeats(answer)) {
            return Decision.unchanged(this);
        }
        if (!mayBeAsked(answer)) {
            return Decision.refused("not-asked-now", "In deze stand van het traject wordt dit niet gevraagd.");
        }
        if (!isChecked() && uncheckedBecause == null && override == null) {
            return Decision.refused(
                    "contact-not-checked",
                    "Ga eerst na of Slachtofferhulp en de brancheorganisatie contact hadden, of zeg waarom dat niet kan.");
        }
        return passing(override).answered(answer, playbook.tries(), today);
    }

    private boolean repeats(Answer answer) {
        return switch (track) {
            case Active active -> answer == Answer.WILLING;
            case LimitedToFirstLine limited -> limited.limit() == Limit.DECLINED_BY_VICTIM && answer == Answer.DECLINED;
            case Unreachable unreachable -> answer == Answer.NO_ANSWER;
            default -> false;
        };
    }

    private boolean mayBeAsked(Answer answer) {
        return switch (track) {
            case AskingWillingness asking -> true;
            // who was given up, or said no, may come back (domain.md L5)
            case Unreachable unreachable -> answer != Answer.NO_ANSWER;
            case LimitedToFirstLine limited ->
                limited.limit() != Limit.GRANTED_WITHOUT_VISIT && answer == Answer.WILLING;
            default -> false;
        };
    }

    /** The victim withdraws, in one step and whenever they want (domain.md L5). */
    public Decision<AftercareCase, CaseEvent> withdraw() {
        return switch (track) {
            case AskingWillingness asking -> limited(asking.decision(), Limit.WITHDRAWN_BY_VICTIM);
            case Active active -> limited(active.decision(), Limit.WITHDRAWN_BY_VICTIM);
            case Unreachable unreachable -> limited(unreachable.decision(), Limit.WITHDRAWN_BY_VICTIM);
            case Screening screening -> limited(null, Limit.WITHDRAWN_BY_VICTIM);
            case LimitedToFirstLine limited
            when limited.limit() == Limit.WITHDRAWN_BY_VICTIM -> Decision.unchanged(this);
            case LimitedToFirstLine limited
            when limited.limit() == Limit.DECLINED_BY_VICTIM -> limited(limited.decision(), Limit.WITHDRAWN_BY_VICTIM);
            // who comes back needs a decision that grants a visit
            case LimitedToFirstLine limited -> limited(null, Limit.WITHDRAWN_BY_VICTIM);
            case Withheld withheld -> limited(null, Limit.WITHDRAWN_BY_VICTIM);
            case Closed closed -> withdraw(closed);
            case Erased erased -> Decision.unchanged(this);
        };
    }

    /** Of a closed case nothing is done any more; the victim's no holds when it is opened again. */
    private Decision<AftercareCase, CaseEvent> withdraw(Closed closed) {
        return on(closed.before()).withdraw() instanceof Accepted<AftercareCase, CaseEvent>(var open, var events)
                ? new Accepted<>(
                        on(new Closed(open.track(), closed.outcome(), closed.closedOn(), closed.unevaluatedBecause())),
                        events)
                : Decision.unchanged(this);
    }

    /**
     * Plans the first visit, in place of an earlier plan. Gate G3: only to a victim who said yes. V3: not before the police cleared
     * it, unless with a reason.
     */
    public Decision<AftercareCase, CaseEvent> planVisit(Plan plan) {
        if (isOver()) {
            return over();
        }
        if (isCancelled()) {
            return notARobbery();
        }
        if (robbery.facts().policeObjection() == Fact.YES) {
            return Decision.refused("police-object", "De politie heeft bezwaren. Plan nu geen bezoek.");
        }
        if (!(track instanceof Active(var decision, var willingOn, var visit))) {
            return Decision.refused(
                    "not-willing", "Plan pas een bezoek als het slachtoffer heeft gezegd dat het welkom is.");
        }
        if (visit instanceof Held) {
            return Decision.refused("visit-held", "Het eerste bezoek is al geweest.");
        }
        if (plan.on().isBefore(robbery.occurredOn())) {
            return Decision.refused("visit-before-robbery", "Het bezoek kan niet vóór de overval zijn.");
        }
        if (robbery.facts().policeClearance() != Fact.YES && plan.withoutClearanceBecause() == null) {
            return Decision.refused(
                    "no-clearance",
                    "De politie heeft nog niet gezegd dat een bezoek het onderzoek niet hindert. Vraag dit, of zeg waarom het toch kan.");
        }
        return Decision.unchanged(on(new Active(decision, willingOn, new Planned(plan))));
    }

    /** The planned visit took place. */
    public Decision<AftercareCase, CaseEvent> holdVisit(LocalDate heldOn, LocalDate today) {
        if (!(track instanceof Active(var decision, var willingOn, var visit))) {
            return Decision.refused("not-willing", "Er is geen bezoek gepland.");
        }
        if (heldOn.isAfter(today)) {
            return Decision.refused("held-in-future", "De dag van het bezoek ligt in de toekomst.");
        }
        if (heldOn.isBefore(willingOn)) {
            return Decision.refused(
                    "held-before-willing", "Het bezoek kan niet zijn geweest voordat het slachtoffer het wilde.");
        }
        return switch (visit) {
            case NotPlanned notPlanned -> Decision.refused("visit-not-planned", "Er is geen bezoek gepland.");
            case Held(var plan, var day) when day.equals(heldOn) -> Decision.unchanged(this);
            case Held held -> Decision.refused("visit-held", "Het eerste bezoek is al geweest.");
            case Planned(var plan) ->
                Decision.accepted(
                        on(new Active(decision, willingOn, new Held(plan, heldOn))),
                        new FirstVisitHeld(robbery.id(), id, plan.visitor(), heldOn));
        };
    }

    /**
     * Records what the victim was asked about their need, in place of earlier answers (seed: "Wil je tijdens het bezoek aan het
     * slachtoffer de hulpvraag verdiepen"). Gate G3: only of a victim who is open to a visit.
     */
    public Decision<AftercareCase, CaseEvent> assessNeed(SupportNeed assessed) {
        if (isOver()) {
            return over();
        }
        if (!(track instanceof Active)) {
            return Decision.refused(
                    "not-willing", "Vraag dit pas als het slachtoffer heeft gezegd dat een bezoek welkom is.");
        }
        return assessed.equals(need)
                ? Decision.unchanged(this)
                : Decision.accepted(
                        with(track, assessed, evaluation), new SupportNeedAssessed(robbery.id(), id, assessed));
    }

    /**
     * Records what became of the right to speak at the hearing (T7), in place of what was recorded before; also of a case that was
     * closed, since hearings come late. Gate G3: only of a victim who is open to help.
     *
     * @param today Europe/Amsterdam
     */
    public Decision<AftercareCase, CaseEvent> recordHearingNotice(HearingNotice notice, LocalDate today) {
        if (track instanceof Erased) {
            return over();
        }
        if (isCancelled()) {
            return notARobbery();
        }
        if (!(beforeClosing() instanceof Active)) {
            return Decision.refused(
                    "not-willing", "Vraag dit alleen aan een slachtoffer dat hulp van de gemeente wil.");
        }
        if (robbery.facts().policeObjection() == Fact.YES) {
            return Decision.refused(
                    "police-object", "De politie heeft bezwaren. Neem nu geen contact op met het slachtoffer.");
        }
        var hearingOn = robbery.facts().hearingOn();
        if (hearingOn == null) {
            return Decision.refused("no-hearing", "Er is geen dag van een zitting bekend.");
        }
        if (notice.on().isAfter(today)) {
            return Decision.refused("notice-in-future", "De dag van het bericht ligt in de toekomst.");
        }
        if (notice.result() == HearingNotice.Result.SENT && notice.on().isAfter(hearingOn)) {
            return Decision.refused(
                    "notice-after-hearing", "De zitting was al geweest. Het bericht moet er zijn voordat zij begint.");
        }
        return Decision.unchanged(
                new AftercareCase(id, robbery, openedOn, contacts, uncheckedBecause, track, need, evaluation, notice));
    }

    /** The day of the hearing at which the victim may want to speak; empty when there is none, or that was settled. */
    Optional<LocalDate> unansweredHearing() {
        boolean mayBeAsked = beforeClosing() instanceof Active
                && !isCancelled()
                && robbery.facts().policeObjection() != Fact.YES;
        return mayBeAsked
                ? Optional.ofNullable(robbery.facts().hearingOn())
                        .filter(day -> hearingNotice == null || hearingNotice.leavesTimeFor(day))
                : Optional.empty();
    }

    /** Evaluates what was done, in place of an earlier evaluation (step 4). There is nothing to evaluate before a decision. */
    public Decision<AftercareCase, CaseEvent> evaluate(Evaluation evaluated) {
        if (isOver()) {
            return evaluated.saysTheSameAs(evaluation) ? Decision.unchanged(this) : over();
        }
        if (!isDecided()) {
            return Decision.refused("not-decided", "Er is nog niet besloten, dus er is niets te evalueren.");
        }
        return evaluated.saysTheSameAs(evaluation)
                ? Decision.unchanged(this)
                : Decision.accepted(with(track, need, evaluated), new CaseEvaluated(robbery.id(), id, evaluated));
    }

    /**
     * Closes the case: nothing is left to be done.
     *
     * @param unevaluatedBecause why aftercare that was given is not evaluated; only needed when it was not
     * @param today Europe/Amsterdam
     */
    public Decision<AftercareCase, CaseEvent> close(@Nullable String unevaluatedBecause, LocalDate today) {
        if (isOver()) {
            return Decision.unchanged(this);
        }
        if (!isCancelled() && (track instanceof Screening || track instanceof AskingWillingness)) {
            return Decision.refused(
                    "not-finished", "Neem eerst een besluit, en leg vast of het slachtoffer een bezoek wil.");
        }
        if (!isCancelled() && track instanceof Active && evaluation == null && unevaluatedBecause == null) {
            return Decision.refused("not-evaluated", "Evalueer eerst de nazorg, of zeg waarom dat niet kan.");
        }
        return Decision.accepted(
                on(new Closed(track, outcome(), today, evaluation == null ? unevaluatedBecause : null)),
                new CaseClosed(robbery.id(), id, outcome(), today));
    }

    /** Opens a closed case again, as far as it was: the victim has a question, or the robbery is solved. */
    public Decision<AftercareCase, CaseEvent> reopen() {
        return switch (track) {
            case Closed closed when isMerged() -> over();
            case Closed closed -> Decision.accepted(on(closed.before()), new CaseReopened(robbery.id(), id));
            case Erased erased -> over();
            default -> Decision.unchanged(this);
        };
    }

    /**
     * Erases what is kept of the victim, when the term of the playbook is over (L8). A repeat changes nothing.
     *
     * @param held whether a legal hold forbids it
     * @param today Europe/Amsterdam
     */
    public Decision<AftercareCase, CaseEvent> erase(boolean held, Playbook playbook, LocalDate today) {
        if (track instanceof Erased) {
            return Decision.unchanged(this);
        }
        if (!(track instanceof Closed closed)) {
            return Decision.refused("not-closed", "Dit traject is nog open.");
        }
        if (held) {
            return Decision.refused("legal-hold", "Deze gegevens mogen nu niet worden vernietigd.");
        }
        if (!today.isAfter(playbook.keptUntil(outcome(), closed.closedOn()))) {
            return Decision.refused("term-not-over", "De bewaartermijn is nog niet voorbij.");
        }
        var erased = new AftercareCase(
                id, robbery, openedOn, Map.of(), null, new Erased(outcome(), today), null, null, null);
        return Decision.accepted(erased, new PersonalDataErased(robbery.id(), id, today));
    }

    /** How the case ends, or ended. */
    public Outcome outcome() {
        if (track instanceof Erased erased) {
            return erased.outcome();
        }
        if (track instanceof Closed closed) {
            return closed.outcome();
        }
        if (isMerged()) {
            return Outcome.MERGED;
        }
        if (isCancelled()) {
            return Outcome.NOT_A_ROBBERY;
        }
        return switch (track) {
            case Withheld withheld -> Outcome.WITHHELD;
            case Unreachable unreachable -> Outcome.UNREACHABLE;
            case LimitedToFirstLine limited -> Outcome.LIMITED_TO_FIRST_LINE;
            default -> Outcome.COMPLETED;
        };
    }

    /** Whether the municipality may write to the victim now. */
    public RightToContact rightToContact(RightToContact.Purpose purpose) {
        return RightToContact.of(this, purpose);
    }

    /** Gate G2: asked, also when the answer was that it is unknown. */
    public boolean isChecked() {
        return contactWith(ContactParty.VICTIM_SUPPORT).checked()
                && (robbery.kind() != RobberyKind.COMMERCIAL
                        || contactWith(ContactParty.BRANCH_ORGANISATION).checked());
    }

    private Decision<AftercareCase, CaseEvent> answered(Answer answer, int tries, LocalDate today) {
        var decision = decided();
        return switch (answer) {
            case WILLING ->
                Decision.accepted(
                        on(new Active(decision, today, held())),
                        new VisitWillingnessRecorded(robbery.id(), id, Fact.YES));
            case DECLINED -> limited(decision, Limit.DECLINED_BY_VICTIM);
            case NO_ANSWER -> unanswered(decision, tries);
        };
    }

    private Decision<AftercareCase, CaseEvent> unanswered(AftercareDecision decision, int tries) {
        int unanswered = track instanceof AskingWillingness asking ? asking.unanswered() + 1 : 1;
        return unanswered < tries
                ? Decision.unchanged(on(new AskingWillingness(decision, unanswered)))
                : Decision.accepted(
                        on(new Unreachable(decision, unanswered)),
                        new VisitWillingnessRecorded(robbery.id(), id, Fact.UNKNOWN));
    }

    private Decision<AftercareCase, CaseEvent> limited(@Nullable AftercareDecision decision, Limit limit) {
        return Decision.accepted(
                on(new LimitedToFirstLine(decision, limit, held())),
                new VisitWillingnessRecorded(robbery.id(), id, Fact.NO));
    }

    /** The first visit when it was held; what was only planned lapses when the victim says something else. */
    private FirstVisit held() {
        return firstVisit() instanceof Held held ? held : new NotPlanned();
    }

    /** What came of the first visit so far. */
    public FirstVisit firstVisit() {
        return switch (beforeClosing()) {
            case Active active -> active.visit();
            case LimitedToFirstLine limited -> limited.visit();
            default -> new NotPlanned();
        };
    }

    private boolean isOver() {
        return track instanceof Closed || track instanceof Erased;
    }

    Track beforeClosing() {
        return track instanceof Closed closed ? closed.before() : track;
    }

    private boolean isDecided() {
        return decision() != null;
    }

    private AftercareDecision decided() {
        return Objects.requireNonNull(decision(), "nothing is decided yet");
    }

    /** What was decided; null when nothing is yet. */
    public @Nullable AftercareDecision decision() {
        return switch (beforeClosing()) {
            case Screening screening -> null;
            case Erased erased -> null;
            case AskingWillingness asking -> asking.decision();
            case Active active -> active.decision();
            case LimitedToFirstLine limited -> limited.decision();
            case Withheld withheld -> withheld.decision();
            case Unreachable unreachable -> unreachable.decision();
            case Closed closed -> throw new IllegalStateException("a closed case was closed again");
        };
    }

    private AftercareCase passing(@Nullable String override) {
        return isChecked() || override == null
                ? this
                : new AftercareCase(id, robbery, openedOn, contacts, override, track, need, evaluation, hearingNotice);
    }

    private AftercareCase on(Track next) {
        return with(next, need, evaluation);
    }

    private AftercareCase with(Track next, @Nullable SupportNeed assessed, @Nullable Evaluation evaluated) {
        return new AftercareCase(
                id, robbery, openedOn, contacts, uncheckedBecause, next, assessed, evaluated, hearingNotice);
    }

    private Decision<AftercareCase, CaseEvent> over() {
        if (track instanceof Erased) {
            return Decision.refused("case-erased", "Dit traject is gesloten en de gegevens zijn vernietigd.");
        }
        return isMerged()
                ? Decision.refused("case-merged", "Deze melding is samengevoegd. Het traject gaat verder in een ander.")
                : Decision.refused("case-closed", "Dit traject is gesloten. Open het eerst weer.");
    }

    private static Decision<AftercareCase, CaseEvent> notARobbery() {
        return Decision.refused("not-a-robbery", "De politie meldt dat dit geen overval was. Dit traject is gestopt.");
    }
}
