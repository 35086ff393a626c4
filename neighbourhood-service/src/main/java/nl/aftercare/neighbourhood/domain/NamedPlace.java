package nl.aftercare.neighbourhood.domain;

import nl.aftercare.neighbourhood.domain.Audience.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Where a robbery was, as a text for neighbours says it: never finer than lets anybody guess whom it is about (domain.md L12). The number
 * of addresses is ours.
 *
 * @param name of the street or square; null where the neighbourhood is all that is said
 */
public record NamedPlace(@Nullable String name, Because because) {
    /** Among so many addresses nobody is pointed at. */
    public static final int FEWEST_ADDRESSES = 25;

    /** Why it is said so. */
    public enum Because {
        NOT_ABOUT_A_STREET,
        MUNICIPALITY_NAMES_NONE,
        TOO_FEW_ADDRESSES,
        ALLOWED
    }

    public static NamedPlace of(@Nullable Audience audience, boolean namesStreets) {
        if (audience == null || (audience.scope() != Scope.STREET && audience.scope() != Scope.SQUARE)) {
            return new NamedPlace(null, Because.NOT_ABOUT_A_STREET);
        }
        if (!namesStreets) {
            return new NamedPlace(null, Because.MUNICIPALITY_NAMES_NONE);
        }
        if (audience.addresses() < FEWEST_ADDRESSES) {
            return new NamedPlace(null, Because.TOO_FEW_ADDRESSES);
        }
        return new NamedPlace(audience.area().place(), Because.ALLOWED);
    }
}
