package nl.aftercare.neighbourhood.domain;

import java.util.Locale;

/** A text for all addresses of the audience. */
public enum NeighbourText {
    /** That there was a robbery, what one can do, and which schemes there are (seed: "Informeer bewoners", "Informeer ondernemers"). */
    NOTICE,
    /** To come to the meeting (domain.md 3.3). */
    INVITATION;

    /** Name in paths, such as {@code notice}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
