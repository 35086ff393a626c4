package nl.aftercare.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What came of one robbery, as lines for a terminal. */
final class Timeline {
    private final StringBuilder text = new StringBuilder();

    void title(String title, String robberyId) {
        text.append("\n== %s (robbery %s)%n".formatted(title, robberyId));
    }

    void reported(JsonNode robbery, JsonNode cases) {
        line(
                "reported",
                "%s, %s, in %s on %s, %d victims"
                        .formatted(
                                lower(robbery.get("kind")),
                                lower(robbery.get("severity")),
                                robbery.get("municipality").asText(),
                                robbery.get("occurredOn").asText(),
                                cases.size()));
    }

    /** @param stored one case as it was read back */
    void contacts(JsonNode stored) {
        var victim = stored.at("/victim/reference").asText();
        contact(victim, "victim support", stored.at("/aftercareCase/victimSupportContact"));
        if (stored.at("/robbery/kind").asText().equals("COMMERCIAL")) {
            contact(victim, "branch organisation", stored.at("/aftercareCase/branchOrganisationContact"));
        }
    }

    private void contact(String victim, String party, JsonNode contact) {
        var day = contact.get("contactedOn");
        line(
                "contact",
                "%s with victim %s: %s%s"
                        .formatted(
                                party,
                                victim,
                                lower(contact.get("contacted")),
                                day.isNull() ? "" : " on " + day.asText()));
    }

    private void line(String what, String detail) {
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
        int left = 0;
        for (var one : offer.get("lines")) {
            if (one.get("outcome").asText().equals("NOT_APPLICABLE")) {
                left++;
                continue;
            }
            text.append("             %-16s %s: %s%n"
                    .formatted(
                            lower(one.get("outcome")),
                            one.get("label").asText(),
                            one.get("reason").asText()));
        }
        text.append("             (and %d measures that do not apply, each with its reason)%n".formatted(left));
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

    void message(JsonNode message, String recipient) {
        line(
                "message",
                "%s to %s, %s: %s"
                        .formatted(
                                message.get("template").asText(),
                                recipient,
                                lower(message.get("state")),
                                message.get("reason").asText()));
    }

    /** What the suite itself tells of the robbery: every step in all four services. */
    void journey(JsonNode steps) {
        line("journey", "as a coordinator reads it, each step with its reason (GET /v1/robberies/{id}/timeline)");
        for (var step : steps) {
            text.append("             %-14s %s%n"
                    .formatted(lower(step.get("service")), step.get("text").asText()));
        }
    }

    private static String lower(JsonNode code) {
        return code.asText().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
