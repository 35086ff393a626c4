package nl.aftercare.notifications.texts;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.addresses.Question;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.SendingRule;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.text.Wording;
import org.jspecify.annotations.Nullable;

/** Writes the text of a message from its template in {@code templates/}. */
@ApplicationScoped
public class Letters {
    private static final Locale DUTCH = Locale.of("nl");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'om' HH.mm 'uur'", DUTCH);
    private static final String SENDER = "de gemeente";
    private static final String UNNAMED = "heer of mevrouw";
    private final Engine templates;

    Letters(Engine templates) {
        this.templates = templates;
    }

    /** @param wording of the municipality; null for the usual text */
    public Letter write(Promise promise, Addressee addressee, @Nullable String wording) {
        return wording == null
                ? write(promise, addressee)
                : Letter.parse(new Wording(wording).fill(values(promise, addressee)));
    }

    private static Map<String, String> values(Promise promise, Addressee addressee) {
        var values = new HashMap<String, String>();
        values.put("naam", Objects.requireNonNullElse(addressee.name(), UNNAMED));
        values.put("afzender", SENDER);
        var startsAt = promise.details().get("startsAt");
        if (startsAt != null) {
            values.put("wanneer", moment(Instant.parse(startsAt)));
        }
        var question = addressee.question();
        if (question != null) {
            values.put("link", question.link());
            values.put(
                    "data",
                    question.startsAt().stream().map(at -> "- " + moment(at)).collect(Collectors.joining("\n")));
        }
        return values;
    }

    private Letter write(Promise promise, Addressee addressee) {
        var data = new TreeMap<String, Object>(promise.details());
        data.replaceAll((name, value) -> inDutch(name, value.toString()));
        var template = templates
                .getTemplate(promise.template().code() + ".txt")
                .data("name", Objects.requireNonNullElse(addressee.name(), UNNAMED))
                .data("details", data);
        var question = addressee.question();
        if (question != null) {
            template.data("link", question.link())
                    .data(
                            "dates",
                            question.startsAt().stream().map(Letters::moment).toList());
        }
        var rendered = promise.robberyId() == null
                ? template.render()
                : template.data("robberyId", promise.robberyId()).render();
        return Letter.parse(rendered);
    }

    /**
     * With sample data of nobody, to look at before it goes to anybody.
     *
     * @param wording of the municipality; null for the usual text
     */
    public Letter sample(Municipality municipality, Template template, SendingRule rule, @Nullable String wording) {
        var startsAt = Instant.parse("2026-03-26T18:30:00Z");
        var details = Map.of("startsAt", startsAt.toString(), "sequence", "0");
        var promise = new Promise(
                new UUID(0, 0), municipality, new UUID(0, 0), template, new UUID(0, 0), details, rule, startsAt);
        var question = new Question(
                1, List.of(startsAt, startsAt.plus(Duration.ofDays(1))), "https://voorbeeld.example/antwoord");
        return write(
                promise,
                new Addressee("Voorbeeld", "voorbeeld@voorbeeld.example", null, null, question, null),
                wording);
    }

    /** A text message: short, for those texts that have one; else only that there is something to know. */
    public Letter shortText(Promise promise, Addressee addressee, @Nullable String wording) {
        var code = promise.template().code();
        var template = templates.getTemplate("short/" + code + ".txt");
        return template == null
                ? new Letter(
                        "", write(promise, addressee, wording).subject() + ". Bel de gemeente voor meer informatie.")
                : new Letter("", template.render().strip());
    }

    /** As a mail shows it, for who reads HTML. */
    public String html(Letter letter) {
        return templates
                .getTemplate("layout/mail.html")
                .data("subject", letter.subject())
                .data("blocks", letter.blocks())
                .render();
    }

    /**
     * As it is printed: XHTML for A4.
     *
     * @param address lines for the window of the envelope
     * @param on Europe/Amsterdam
     */
    public String page(Letter letter, List<String> address, LocalDate on) {
        return templates
                .getTemplate("layout/letter.html")
                .data("subject", letter.subject())
                .data("blocks", letter.blocks())
                .data("address", address)
                .data("date", DATE.format(on))
                .render();
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(DutchTime.ZONE));
    }

    private static String inDutch(String name, String value) {
        return switch (name) {
            case "occurredOn", "agreedOn", "endsOn", "markOn", "limitOn", "expectedOn" ->
                DATE.format(LocalDate.parse(value));
            case "startsAt" -> moment(Instant.parse(value));
            default -> value;
        };
    }
}
