package nl.aftercare.cases.domain;

/** In what way somebody was struck by the robbery (domain.md 1.3). */
public enum VictimType {
    DIRECT,
    EMPLOYEE,
    BYSTANDER,
    NEXT_OF_KIN
}
