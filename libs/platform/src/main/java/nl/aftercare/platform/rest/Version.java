package nl.aftercare.platform.rest;

import java.util.List;
import java.util.Optional;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import nl.aftercare.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The version of a stored thing, told as {@code ETag} and asked back as {@code If-Match}, against lost updates. */
public final class Version {
    private Version() {}

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** 200 with this body and its version. */
    public static <T> RestResponse<T> tagged(T body, int version) {
        return ResponseBuilder.ok(body).header("ETag", etag(version)).build();
    }

    /**
     * @param ifMatch the request header
     * @throws ProblemException 428 when the header is missing
     * @throws InvalidInputException when it is no ETag of ours
     */
    public static int required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(Problem.of(
                    428,
                    "precondition-required",
                    "Versie nodig",
                    "Stuur in If-Match de ETag mee van de versie die u wijzigt."));
        }
        problem(ifMatch).ifPresent(problem -> {
            throw new InvalidInputException(List.of(problem));
        });
        return Integer.parseInt(ifMatch.substring(1, ifMatch.length() - 1));
    }

    /** What is wrong with the header, if it is there. */
    static Optional<InvalidParam> problem(@Nullable String ifMatch) {
        return ifMatch == null || ifMatch.matches("\"\\d{1,9}\"")
                ? Optional.empty()
                : Optional.of(new InvalidParam("If-Match", "moet de ETag zijn die u met GET kreeg"));
    }
}
