package nl.aftercare.offers.domain;

/** Who gives a measure, or has covered it. */
public enum Party {
    VICTIM_SUPPORT,
    BRANCH_ORGANISATION,
    MUNICIPALITY,
    RESTORATIVE_MEDIATION,
    COMPENSATION_FUND,
    HOUSING_CORPORATION,
    LANDLORD,
    PKVW_COMPANY,
    PUBLIC_PROSECUTION,
    RESIDENT,
    NOBODY
}
