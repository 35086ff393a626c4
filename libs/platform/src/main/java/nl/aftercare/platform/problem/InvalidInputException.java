package nl.aftercare.platform.problem;

import java.util.List;
import nl.aftercare.platform.problem.Problem.InvalidParam;

/** Input that does not fit, with everything that is wrong with it. Nothing was changed. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<InvalidParam> invalidParams;

    public InvalidInputException(List<InvalidParam> invalidParams) {
        super("invalid input", null, false, false);
        this.invalidParams = List.copyOf(invalidParams);
    }

    public InvalidInputException(String name, String reason) {
        this(List.of(new InvalidParam(name, reason)));
    }

    public List<InvalidParam> invalidParams() {
        return invalidParams;
    }
}
