package nl.aftercare.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What came of one robbery, as lines for a terminal. */
final class Timeline {
    private final StringBuilder text = new StringBuilder();

    void title(String title, String robberyId) {
        text.append("\n== %s (robbery %s)%n".formatted(title, robberyId));
    }

    void line(String what, String detail) {
        text.append("   %-9s %s%n".formatted(what, detail));
    }

    void offer(JsonNode victim, JsonNode offer) {
        line(
                "offer",
                "victim %s, revision %d, rules %s"
                        .formatted(
                                victim.get("victimReference").asText(),
                                offer.get("revision").asInt(),
                                offer.get("ruleVersion").asText()));
        for (var one : offer.get("lines")) {
            text.append("             %-16s %s: %s%n"
                    .formatted(
                            lower(one.get("outcome")),
                            one.get("label").asText(),
                            one.get("reason").asText()));
        }
    }

    void plan(JsonNode plan) {
        line("plan", plan.get("reason").asText());
        var agreed = plan.get("arrangement");
        if (!agreed.isNull()) {
            line(
                    "meeting",
                    "agreed on %s with the %s, starts %s: %s"
                            .formatted(
                                    agreed.get("agreedOn").asText(),
                                    lower(agreed.get("partnerKind")),
                                    agreed.get("startsAt").asText(),
                                    agreed.get("withinWindow").asBoolean()
                                            ? "within the 2-3 weeks"
                                            : "TOO LATE, the limit was "
                                                    + plan.get("limitOn").asText()));
        }
    }

    void message(JsonNode message) {
        line(
                "message",
                "%s to the %s, %s: %s"
                        .formatted(
                                message.get("template").asText(),
                                lower(message.get("recipient")),
                                lower(message.get("state")),
                                message.get("reason").asText()));
    }

    private static String lower(JsonNode code) {
        return code.asText().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
