package nl.aftercare.platform.kernel;

/** A three-valued fact (domain.md 2.5): unknown makes a question for the coordinator, never a silent no. */
public enum Fact {
    YES,
    NO,
    UNKNOWN
}
