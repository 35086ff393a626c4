package nl.aftercare.neighbourhood.domain;

import java.util.Optional;

/**
 * Who is told of the robbery and asked to a meeting: a count, since the addresses themselves come from the municipality's own registers.
 *
 * @param area where they live or work
 * @param addresses how many
 * @param rented how many of them are rented homes; 0 where there are no homes
 * @param ownerOccupied how many of them are owned by who lives there
 */
public record Audience(Scope scope, Area area, int addresses, int rented, int ownerOccupied) {

    /** How far around the robbery (seed: "hetzelfde plein, dezelfde straat, dezelfde wijk", "dezelfde ondernemersvereniging"). */
    public enum Scope {
        SQUARE,
        STREET,
        NEIGHBOURHOOD,
        ASSOCIATION
    }

    /** Of the homes around, which decides whom to ask; empty where nobody counted them. */
    Optional<SurroundingsTenure> tenure() {
        if (rented > 0 && ownerOccupied > 0) {
            return Optional.of(SurroundingsTenure.MIXED);
        }
        if (rented > 0) {
            return Optional.of(SurroundingsTenure.RENTED);
        }
        return ownerOccupied > 0 ? Optional.of(SurroundingsTenure.OWNER_OCCUPIED) : Optional.empty();
    }

    /** How many people to expect; a hall that is too small is the lesson of practice (domain.md 3.3, S36). */
    public int expected() {
        return Math.max(1, Math.ceilDiv(addresses * SHARE_THAT_COMES, 100));
    }

    private static final int SHARE_THAT_COMES = 30;
}
