package nl.aftercare.offers.domain;

import java.util.Locale;

/** Maatregel: what can be offered to a victim (domain.md 2.1 to 2.3). */
public enum Measure {
    VICTIM_SUPPORT_REFERRAL,
    RESTORATIVE_MEDIATION,
    VIOLENT_CRIME_COMPENSATION,
    CAMERA_NINE_POINTS,
    HOME_SECURITY_ENQUIRY,
    DETERMINE_TENURE,
    FORM_FILLING_HELP,
    ENTREPRENEUR_ENQUIRY,
    ATTEND_COURT_HEARING;

    /** Code on the wire and in domain.md, such as {@code restorative-mediation}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
