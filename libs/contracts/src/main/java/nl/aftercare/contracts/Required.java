package nl.aftercare.contracts;

import org.jspecify.annotations.Nullable;

/** Jackson fills a missing component of a record with null in silence; wire records refuse it themselves. */
public final class Required {
    private Required() {}

    /** @throws IllegalArgumentException naming the first component that is missing */
    public static void of(Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (isMissing(namesAndValues[i + 1])) {
                throw new IllegalArgumentException(namesAndValues[i] + " is missing");
            }
        }
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null;
    }
}
