package nl.aftercare.offers.domain;

import static nl.aftercare.offers.domain.Measure.ATTEND_COURT_HEARING;
import static nl.aftercare.offers.domain.Measure.CAMERA_NINE_POINTS;
import static nl.aftercare.offers.domain.Measure.DETERMINE_TENURE;
import static nl.aftercare.offers.domain.Measure.ENTREPRENEUR_ENQUIRY;
import static nl.aftercare.offers.domain.Measure.FORM_FILLING_HELP;
import static nl.aftercare.offers.domain.Measure.HOME_SECURITY_ENQUIRY;
import static nl.aftercare.offers.domain.Measure.RESTORATIVE_MEDIATION;
import static nl.aftercare.offers.domain.Measure.VICTIM_SUPPORT_REFERRAL;
import static nl.aftercare.offers.domain.Measure.VIOLENT_CRIME_COMPENSATION;
import static nl.aftercare.offers.domain.Outcome.ALREADY_COVERED;
import static nl.aftercare.offers.domain.Outcome.BLOCKED;
import static nl.aftercare.offers.domain.Outcome.COORDINATE;
import static nl.aftercare.offers.domain.Outcome.ENQUIRE;
import static nl.aftercare.offers.domain.Outcome.INFORM;
import static nl.aftercare.offers.domain.Outcome.NOT_APPLICABLE;
import static nl.aftercare.offers.domain.Outcome.OFFER;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.SupportNeed.Tenure;
import nl.aftercare.platform.kernel.Fact;

/**
 * The rules of the tailored offer: a pure function of the facts. "Op basis hiervan kun je het aanbod aan het slachtoffer
 * aanpassen" (seed): what Slachtofferhulp has covered is marked, not left out.
 */
public final class OfferRules {
    /** Changes with every change of an outcome. */
    public static final String VERSION = "2026-11.2";

    private static final String KIND = "kind";
    private static final String VICTIM_SUPPORT = "victimSupportContacted";
    private static final String SUSPECT_KNOWN = "suspectKnown";
    private static final String SOLVED = "solved";
    private static final String HOME_INSECURE = "homeInsecure";
    private static final String ENTREPRENEUR = "entrepreneur";
    private static final String TENURE = "tenure";
    private static final String HELP_WITH_FORMS = "helpWithForms";
    private static final String TALK_WITH_OFFENDER = "talkWithOffender";

    private OfferRules() {}

    /** A line for every measure of the table of this kind of robbery, in the order of the seed. */
    public static List<OfferLine> apply(Facts facts) {
        var ofKind = facts.kind() == RobberyKind.COMMERCIAL ? commercial(facts) : residential(facts);
        return Stream.concat(Stream.of(victimSupportReferral(facts)), ofKind).toList();
    }

    private static Stream<OfferLine> commercial(Facts facts) {
        return Stream.of(
                mediation(facts),
                compensation(facts),
                always(CAMERA_NINE_POINTS, INFORM, "camera-nine-points"),
                facts.need().homeInsecure() == Fact.YES
                        ? line(HOME_SECURITY_ENQUIRY, INFORM, "home-insecure", facts, HOME_INSECURE)
                        : enquiry(
                                HOME_SECURITY_ENQUIRY,
                                "home-security",
                                HOME_INSECURE,
                                facts.need().homeInsecure(),
                                facts),
                hearing(facts));
    }

    private static Stream<OfferLine> residential(Facts facts) {
        var lines = Stream.of(
                enquiry(DETERMINE_TENURE, "tenure", TENURE, tenureKnown(facts), facts),
                formFilling(facts),
                mediation(facts),
                compensation(facts),
                hearing(facts),
                enquiry(
                        ENTREPRENEUR_ENQUIRY,
                        "entrepreneur",
                        ENTREPRENEUR,
                        facts.need().entrepreneur(),
                        facts));
        // R10: "De kans is dan groot dat er dan een relatie bestaat tussen de opbrengst uit de onderneming en de
        // overval"
        return facts.need().entrepreneur() == Fact.YES
                ? Stream.concat(
                        lines,
                        Stream.of(line(CAMERA_NINE_POINTS, INFORM, "camera-for-entrepreneur", facts, ENTREPRENEUR)))
                : lines;
    }

    /** C6, R1, R10: a question for the coordinator until it is answered. */
    private static OfferLine enquiry(Measure measure, String subject, String fact, Fact known, Facts facts) {
        return known == Fact.UNKNOWN
                ? line(measure, ENQUIRE, "ask-" + subject, facts, fact)
                : line(measure, ALREADY_COVERED, subject + "-known", facts, fact);
    }

    /** R2: "Biedt hulp bij het aanvragen/invullen van formuleren". */
    private static OfferLine formFilling(Facts facts) {
        return facts.need().helpWithForms() == Fact.NO
                ? line(FORM_FILLING_HELP, NOT_APPLICABLE, "no-help-with-forms", facts, HELP_WITH_FORMS)
                : always(FORM_FILLING_HELP, OFFER, "help-with-forms");
    }

    private static Fact tenureKnown(Facts facts) {
        return facts.need().tenure() == Tenure.UNKNOWN ? Fact.UNKNOWN : Fact.YES;
    }

    /** Without contact, or when nobody knows, point out Slachtofferhulp (domain.md 2.1). */
    private static OfferLine victimSupportReferral(Facts facts) {
        return switch (facts.victimSupport().contacted()) {
            case YES ->
                line(VICTIM_SUPPORT_REFERRAL, ALREADY_COVERED, "victim-support-in-contact", facts, VICTIM_SUPPORT);
            case NO -> line(VICTIM_SUPPORT_REFERRAL, INFORM, "victim-support-not-in-contact", facts, VICTIM_SUPPORT);
            case UNKNOWN ->
                line(VICTIM_SUPPORT_REFERRAL, INFORM, "victim-support-contact-unknown", facts, VICTIM_SUPPORT);
        };
    }

    /** C1, R3: "Als het slachtoffer baat denkt te hebben bij een gesprek met de dader". Enrolling needs a known suspect. */
    private static OfferLine mediation(Facts facts) {
        if (facts.need().talkWithOffender() == Fact.NO) {
            return line(RESTORATIVE_MEDIATION, NOT_APPLICABLE, "mediation-not-wanted", facts, TALK_WITH_OFFENDER);
        }
        if (facts.victimSupport().contacted() == Fact.YES) {
            return line(
                    RESTORATIVE_MEDIATION, ALREADY_COVERED, "mediation-told-by-victim-support", facts, VICTIM_SUPPORT);
        }
        return switch (facts.suspectKnown()) {
            case YES -> line(RESTORATIVE_MEDIATION, OFFER, "mediation-possible", facts, SUSPECT_KNOWN, VICTIM_SUPPORT);
            case NO ->
                line(RESTORATIVE_MEDIATION, BLOCKED, "mediation-suspect-unknown", facts, SUSPECT_KNOWN, VICTIM_SUPPORT);
            case UNKNOWN ->
                line(RESTORATIVE_MEDIATION, INFORM, "mediation-suspect-not-told", facts, SUSPECT_KNOWN, VICTIM_SUPPORT);
        };
    }

    /** C2, R4: "Wijs het slachtoffer op de mogelijkheden die het schadefonds geweldsmisdrijven kan bieden". */
    private static OfferLine compensation(Facts facts) {
        return facts.victimSupport().contacted() == Fact.YES
                ? line(
                        VIOLENT_CRIME_COMPENSATION,
                        ALREADY_COVERED,
                        "fund-told-by-victim-support",
                        facts,
                        VICTIM_SUPPORT)
                : line(VIOLENT_CRIME_COMPENSATION, INFORM, "fund-point-out", facts, VICTIM_SUPPORT);
    }

    /** C7a, R9a: "Bij een opgeloste overval kan het slachtoffer de zitting bezoeken". */
    private static OfferLine hearing(Facts facts) {
        return switch (facts.solved()) {
            case YES -> line(ATTEND_COURT_HEARING, COORDINATE, "hearing-with-prosecution", facts, SOLVED);
            case NO -> line(ATTEND_COURT_HEARING, NOT_APPLICABLE, "hearing-not-solved", facts, SOLVED);
            case UNKNOWN -> line(ATTEND_COURT_HEARING, NOT_APPLICABLE, "hearing-solved-unknown", facts, SOLVED);
        };
    }

    private static OfferLine always(Measure measure, Outcome outcome, String rule) {
        return new OfferLine(measure, outcome, rule, List.of(KIND), List.of());
    }

    private static OfferLine line(Measure measure, Outcome outcome, String rule, Facts facts, String... used) {
        var known = Map.of(
                VICTIM_SUPPORT, facts.victimSupport().contacted(),
                SUSPECT_KNOWN, facts.suspectKnown(),
                SOLVED, facts.solved(),
                HOME_INSECURE, facts.need().homeInsecure(),
                ENTREPRENEUR, facts.need().entrepreneur(),
                TENURE, tenureKnown(facts),
                HELP_WITH_FORMS, facts.need().helpWithForms(),
                TALK_WITH_OFFENDER, facts.need().talkWithOffender());
        var missing =
                Stream.of(used).filter(name -> known.get(name) == Fact.UNKNOWN).toList();
        return new OfferLine(measure, outcome, rule, List.of(used), missing);
    }
}
