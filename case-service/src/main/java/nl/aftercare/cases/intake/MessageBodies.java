package nl.aftercare.cases.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import nl.aftercare.cases.persistence.IntakeMessages.Stored;

/** Updates as they are kept in the intake inbox: the JSON in which they came. */
@ApplicationScoped
class MessageBodies {
    private final ObjectMapper json;

    MessageBodies(ObjectMapper json) {
        this.json = json;
    }

    String write(RobberyUpdate update) {
        try {
            return json.writeValueAsString(update);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    RobberyUpdate read(Stored waiting) {
        try {
            return json.readValue(
                    Objects.requireNonNull(waiting.body(), "only what waits has content"), RobberyUpdate.class);
        } catch (JsonProcessingException e) {
            // without its message, which may quote content
            throw new IllegalStateException("intake message " + waiting.id() + " cannot be read");
        }
    }
}
