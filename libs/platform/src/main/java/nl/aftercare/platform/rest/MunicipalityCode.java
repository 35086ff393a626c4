package nl.aftercare.platform.rest;

import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.InvalidInputException;

/** A municipality named in a path. */
public final class MunicipalityCode {
    private MunicipalityCode() {}

    /** @throws InvalidInputException when it is no code of a municipality */
    public static Municipality of(String code) {
        if (!code.matches(Municipality.PATTERN)) {
            throw new InvalidInputException("municipality", "moet een gemeentecode van vier cijfers zijn");
        }
        return new Municipality(code);
    }
}
