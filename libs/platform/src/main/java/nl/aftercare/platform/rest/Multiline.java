package nl.aftercare.platform.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** For a text of several lines, such as a file: {@code @JsonDeserialize(using = Multiline.class) String dmn}. */
public final class Multiline extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    Multiline() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        var text = parser.getText();
        return text.codePoints().anyMatch(Multiline::isForbidden)
                ? (String) context.handleWeirdStringValue(String.class, text, "control character")
                : text;
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0;
    }
}
