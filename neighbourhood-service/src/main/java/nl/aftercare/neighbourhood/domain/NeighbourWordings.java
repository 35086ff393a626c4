package nl.aftercare.neighbourhood.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality writes to neighbours.
 *
 * @param namesStreets whether a text may name the street or square of a robbery; else it speaks of the neighbourhood only
 * @param sender who signs
 * @param contact whom to ask, one sentence
 * @param schemes the local schemes, by kind of robbery; a paragraph
 * @param wordings texts in place of the usual ones
 */
public record NeighbourWordings(
        boolean namesStreets,
        @Nullable String sender,
        @Nullable String contact,
        Map<RobberyKind, String> schemes,
        Map<NeighbourLetter, String> wordings) {
    public static final NeighbourWordings USUAL = new NeighbourWordings(false, null, null, Map.of(), Map.of());

    public NeighbourWordings {
        schemes = Map.copyOf(schemes);
        wordings = Map.copyOf(wordings);
    }
}
