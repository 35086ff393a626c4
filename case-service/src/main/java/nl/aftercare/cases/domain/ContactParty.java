package nl.aftercare.cases.domain;

/** Who may have been in contact with the victim before the municipality (seed, Check). */
public enum ContactParty {
    VICTIM_SUPPORT,
    BRANCH_ORGANISATION
}
