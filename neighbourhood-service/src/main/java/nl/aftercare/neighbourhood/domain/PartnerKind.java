package nl.aftercare.neighbourhood.domain;

import java.util.List;

/** With whom a meeting is arranged (seed, Wijkgerichte acties). */
public enum PartnerKind {
    BUSINESS_ASSOCIATION,
    HOUSING_CORPORATION,
    OWNERS_ASSOCIATION,
    POLICE,
    /** Platform Veilig Ondernemen. */
    SAFE_BUSINESS_PLATFORM,
    PKVW_ADVISER,
    PKVW_COMPANY,
    SENIORS_UNION,
    INSURER,
    VICTIM_SUPPORT;

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

    /** With whom it may be arranged where there is no partner that fits (domain.md NC2). */
    public static List<PartnerKind> fallbacks(RobberyKind kind) {
        return kind == RobberyKind.COMMERCIAL ? List.of(SAFE_BUSINESS_PLATFORM) : List.of();
    }

    /**
     * Who is asked to take part in the meeting: "Naast de gemeente zijn belangrijke partners hierbij: politie, PKVW-adviseurs, ouderenbond,
     * verzekeraars en/of slachtofferhulp."
     */
    public static List<PartnerKind> invited(RobberyKind kind) {
        return kind == RobberyKind.COMMERCIAL
                ? List.of(POLICE, SAFE_BUSINESS_PLATFORM)
                : List.of(POLICE, PKVW_ADVISER, SENIORS_UNION, INSURER, VICTIM_SUPPORT);
    }
}
