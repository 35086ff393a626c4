package nl.aftercare.neighbourhood.domain;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text and who reads it, with the places in it that are filled. */
public enum NeighbourLetter {
    NOTICE_TO_RESIDENTS(NeighbourText.NOTICE, RobberyKind.RESIDENTIAL),
    NOTICE_TO_ENTREPRENEURS(NeighbourText.NOTICE, RobberyKind.COMMERCIAL),
    INVITATION_TO_RESIDENTS(NeighbourText.INVITATION, RobberyKind.RESIDENTIAL),
    INVITATION_TO_ENTREPRENEURS(NeighbourText.INVITATION, RobberyKind.COMMERCIAL);

    private static final Set<String> ALWAYS = Set.of("dag", "plaats", "regelingen", "contact", "afzender");
    private static final Set<String> OF_MEETING = Set.of("bijeenkomst", "zaal");

    private final NeighbourText text;
    private final RobberyKind kind;

    NeighbourLetter(NeighbourText text, RobberyKind kind) {
        this.text = text;
        this.kind = kind;
    }

    public static NeighbourLetter of(NeighbourText text, RobberyKind kind) {
        return Stream.of(values())
                .filter(letter -> letter.text == text && letter.kind == kind)
                .findFirst()
                .orElseThrow();
    }

    /** The allow-list (domain.md L12): none of these speaks of a victim. */
    public Set<String> allowedPlaceholders() {
        return Stream.concat(ALWAYS.stream(), neededPlaceholders().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Without these the text makes no sense. */
    public Set<String> neededPlaceholders() {
        return text == NeighbourText.INVITATION ? OF_MEETING : Set.of();
    }
}
