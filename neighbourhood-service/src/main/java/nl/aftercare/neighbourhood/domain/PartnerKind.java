package nl.aftercare.neighbourhood.domain;

import java.util.List;

/** With whom a meeting is arranged (seed, Wijkgerichte acties). */
public enum PartnerKind {
    BUSINESS_ASSOCIATION,
    HOUSING_CORPORATION,
    OWNERS_ASSOCIATION,
    POLICE;

    /**
     * Commercial: "in samenwerking met de ondernemersvereniging". Residential: "in samenwerking met de vereniging van
     * eigenaren, woningcorporatie en politie"; the corporation only where homes are rented, the owners' association only where
     * they are owned, both when mixed or unknown (domain.md 3.2).
     */
    public static List<PartnerKind> fitting(RobberyKind kind, SurroundingsTenure surroundings) {
        if (kind == RobberyKind.COMMERCIAL) {
            return List.of(BUSINESS_ASSOCIATION);
        }
        return switch (surroundings) {
            case RENTED -> List.of(HOUSING_CORPORATION, POLICE);
            case OWNER_OCCUPIED -> List.of(OWNERS_ASSOCIATION, POLICE);
            case MIXED, UNKNOWN -> List.of(HOUSING_CORPORATION, OWNERS_ASSOCIATION, POLICE);
        };
    }
}
