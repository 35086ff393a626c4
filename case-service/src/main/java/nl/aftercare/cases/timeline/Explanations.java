package nl.aftercare.cases.timeline;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import nl.aftercare.contracts.WireEvent;
import nl.aftercare.contracts.cases.CaseEvent;
import nl.aftercare.contracts.cases.CaseEvent.AftercareDecided;
import nl.aftercare.contracts.cases.CaseEvent.CaseClosed;
import nl.aftercare.contracts.cases.CaseEvent.CaseEvaluated;
import nl.aftercare.contracts.cases.CaseEvent.CaseReopened;
import nl.aftercare.contracts.cases.CaseEvent.Fact;
import nl.aftercare.contracts.cases.CaseEvent.FirstVisitHeld;
import nl.aftercare.contracts.cases.CaseEvent.PersonalDataErased;
import nl.aftercare.contracts.cases.CaseEvent.RobberyChanged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyMerged;
import nl.aftercare.contracts.cases.CaseEvent.RobberyReported;
import nl.aftercare.contracts.cases.CaseEvent.SupportNeedAssessed;
import nl.aftercare.contracts.cases.CaseEvent.VictimContacted;
import nl.aftercare.contracts.cases.CaseEvent.VisitWillingnessRecorded;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowAtRisk;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowBreached;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.ArrangementWindowNears;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingAnswered;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingArranged;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingCalledOff;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingCancelled;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingDateAsked;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingHeld;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.MeetingInvited;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourTextApproved;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourhoodActionRecorded;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourhoodDataErased;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent.NeighbourhoodPlanOpened;
import nl.aftercare.contracts.notifications.NotificationEvent;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageDataErased;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageDoneByHand;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageInHand;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageSent;
import nl.aftercare.contracts.notifications.NotificationEvent.MessageWithheld;
import nl.aftercare.contracts.offers.OfferEvent;
import nl.aftercare.contracts.offers.OfferEvent.Line;
import nl.aftercare.contracts.offers.OfferEvent.MeasureProgressed;
import nl.aftercare.contracts.offers.OfferEvent.OfferComposed;
import nl.aftercare.contracts.offers.OfferEvent.OfferDataErased;
import nl.aftercare.contracts.offers.OfferEvent.Outcome;
import nl.aftercare.platform.kernel.DutchTime;

/**
 * What a step was and why, in plain Dutch, from {@code timeline-texts_nl.properties}.
 *
 * @param text what happened
 * @param reason the rule or the sentence of the source that it came from
 */
record Explanations(String text, String reason) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("timeline-texts", Locale.of("nl"));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl"));

    static Explanations of(WireEvent event) {
        return switch (event) {
            case CaseEvent ofCase -> of(ofCase);
            case OfferEvent ofOffer -> of(ofOffer);
            case NeighbourhoodEvent ofPlan -> of(ofPlan);
            case NotificationEvent ofMessage -> of(ofMessage);
            default -> throw new IllegalArgumentException("an event of no known service: " + event.getClass());
        };
    }

    private static Explanations of(CaseEvent event) {
        return switch (event) {
            case RobberyReported reported ->
                because(
                        "robbery-reported",
                        word(reported.kind()),
                        day(reported.occurredOn()),
                        reported.caseIds().size());
            case RobberyChanged changed when changed.robbery() == Fact.NO -> because("no-robbery");
            case RobberyChanged changed ->
                because(
                        "robbery-changed",
                        word(changed.kind()),
                        word("solved", changed.solved()),
                        word("suspect", changed.suspectKnown()),
                        word("objection", changed.policeObjection()));
            case RobberyMerged _ -> because("robbery-merged");
            case AftercareDecided decided -> because("aftercare-decided." + decided.result());
            case VisitWillingnessRecorded recorded -> because("willing." + recorded.willing());
            case FirstVisitHeld held -> because("first-visit-held", word(held.visitor()), day(held.heldOn()));
            case VictimContacted contacted ->
                because("victim-contacted." + contacted.contacted(), word(contacted.party()));
            case SupportNeedAssessed _ -> because("support-need-assessed");
            case CaseEvaluated _ -> because("case-evaluated");
            case CaseClosed closed -> because("case-closed", word(closed.outcome()));
            case CaseReopened _ -> because("case-reopened");
            case PersonalDataErased _ -> because("personal-data-erased");
        };
    }

    private static Explanations of(OfferEvent event) {
        return switch (event) {
            case OfferComposed composed ->
                because(
                        composed.revision() == 1 ? "offer-composed" : "offer-recomposed",
                        composed.lines().stream().filter(Explanations::isWork).count(),
                        composed.ruleVersion());
            case MeasureProgressed progressed -> because("measure." + progressed.step(), progressed.label());
            case OfferDataErased erased -> because("offer-data-erased", erased.records());
        };
    }

    private static boolean isWork(Line line) {
        return line.outcome() != Outcome.NOT_APPLICABLE && line.outcome() != Outcome.BLOCKED;
    }

    private static Explanations of(NeighbourhoodEvent event) {
        return switch (event) {
            case NeighbourhoodPlanOpened opened ->
                because(
                        "neighbourhood-plan-opened",
                        words(opened.partnerKinds()),
                        day(opened.targetOn()),
                        day(opened.limitOn()));
            case MeetingArranged arranged ->
                because(
                        arranged.withinWindow() ? "meeting-arranged" : "meeting-arranged-late",
                        word(arranged.partnerKind()),
                        day(arranged.agreedOn()));
            case MeetingDateAsked _ -> because("meeting-date-asked");
            case MeetingAnswered answered -> because("meeting-answered." + answered.answer());
            case MeetingHeld held -> because("meeting-held", day(held.heldOn()), Integer.toString(held.attended()));
            case MeetingCancelled cancelled -> because("meeting-cancelled", day(cancelled.cancelledOn()));
            case MeetingInvited invited -> because("meeting-invited", day(DutchTime.dateOf(invited.startsAt())));
            case MeetingCalledOff calledOff ->
                because("meeting-called-off", day(DutchTime.dateOf(calledOff.startsAt())));
            case NeighbourhoodActionRecorded recorded ->
                because(
                        "neighbourhood-action-recorded." + recorded.status(),
                        TEXTS.getString("neighbourhood-action." + recorded.action()));
            case ArrangementWindowNears nears ->
                because("arrangement-window-nears." + nears.mark(), day(nears.markOn()));
            case ArrangementWindowAtRisk risk ->
                because("arrangement-window-at-risk." + risk.reason(), day(risk.expectedOn()), day(risk.limitOn()));
            case NeighbourTextApproved approved -> because("neighbour-text-approved." + approved.text());
            case ArrangementWindowBreached breached -> because("arrangement-window-breached", day(breached.limitOn()));
            case NeighbourhoodDataErased _ -> because("neighbourhood-data-erased");
        };
    }

    private static Explanations of(NotificationEvent event) {
        return switch (event) {
            case MessageSent sent -> because("message-sent." + sent.template());
            case MessageInHand inHand -> because("message-in-hand", about(inHand.template()));
            case MessageWithheld withheld -> because("message-withheld", about(withheld.template()));
            case MessageDoneByHand done -> because("message-done-by-hand." + done.result(), about(done.template()));
            case MessageDataErased _ -> because("message-data-erased");
        };
    }

    private static Explanations because(String key, Object... facts) {
        var text = TEXTS.getString(key).formatted(facts);
        return new Explanations(text, TEXTS.getString(key + ".reason"));
    }

    private static String about(String template) {
        return TEXTS.getString("message-about." + template);
    }

    private static String words(List<? extends Enum<?>> codes) {
        return codes.stream().map(Explanations::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> code) {
        return TEXTS.getString("word." + code);
    }

    private static String word(String fact, Fact value) {
        return TEXTS.getString("word." + fact + "." + value);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
