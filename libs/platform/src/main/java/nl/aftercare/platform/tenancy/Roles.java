package nl.aftercare.platform.tenancy;

/** The realm roles of Keycloak (design.md, Who may look). */
public final class Roles {
    public static final String COORDINATOR = "coordinator";
    public static final String PUBLIC_ORDER_MANAGER = "public-order-manager";
    public static final String DATA_PROTECTION_OFFICER = "data-protection-officer";
    /** Runs the suite; sees counts and states, never content. */
    public static final String OPERATOR = "operator";

    public static final String POLICE_FEED = "police-feed";
    public static final String VICTIM_SUPPORT_FEED = "victim-support-feed";
    public static final String BRANCH_ORGANISATION_FEED = "branch-organisation-feed";
    /** A system of a municipality or a partner that wants to be told of events. */
    public static final String EVENT_SUBSCRIBER = "event-subscriber";

    /** A service of the suite that asks another one. */
    public static final String SERVICE = "service";

    private Roles() {}
}
