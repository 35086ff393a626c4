package nl.aftercare.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What a client reads when a request fails. Texts are Dutch (B1); {@code type} and {@code code} are for programs.
 *
 * @param type URN that names the kind of problem
 * @param invalidParams all that is wrong with the input, at once; empty unless the status is 400
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InvalidParam> invalidParams) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /**
     * @param name field as a path, such as {@code victims[0].phone}
     * @param reason what it should be
     */
    public record InvalidParam(String name, String reason) {}

    /** @param code kebab-case, the last part of the type */
    public static Problem of(int status, String code, String title, String detail) {
        return new Problem("urn:aftercare:problem:" + code, title, status, detail, List.of());
    }

    static Problem invalidInput(List<InvalidParam> invalidParams) {
        var detail = invalidParams.size() == 1
                ? "Eén veld klopt niet. Er is niets opgeslagen."
                : invalidParams.size() + " velden kloppen niet. Er is niets opgeslagen.";
        return new Problem("urn:aftercare:problem:invalid-input", "Ongeldige invoer", 400, detail, invalidParams);
    }

    public Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
