package nl.aftercare.platform.kernel;

/**
 * The tenant: a Dutch municipality by its CBS code.
 *
 * @param code four digits as text, leading zeros kept, such as {@code 0363}
 */
public record Municipality(String code) {
    /** What a municipality code looks like. */
    public static final String PATTERN = "\\d{4}";

    /** @throws IllegalArgumentException when the code is not four digits */
    public Municipality {
        if (!code.matches(PATTERN)) {
            throw new IllegalArgumentException("a municipality code has four digits");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
