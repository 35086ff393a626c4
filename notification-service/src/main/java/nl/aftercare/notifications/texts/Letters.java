package nl.aftercare.notifications.texts;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.platform.kernel.DutchTime;

/** Writes the text of a message from its template in {@code templates/}. */
@ApplicationScoped
public class Letters {
    private static final Locale DUTCH = Locale.of("nl");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'om' HH.mm 'uur'", DUTCH);
    private static final String UNNAMED = "heer of mevrouw";
    private final Engine templates;

    Letters(Engine templates) {
        this.templates = templates;
    }

    public Letter write(Promise promise, Addressee addressee) {
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

    /** A text message: short, for those texts that have one; else only that there is something to know. */
    public Letter shortText(Promise promise, Addressee addressee) {
        var code = promise.template().code();
        var template = templates.getTemplate("short/" + code + ".txt");
        return template == null
                ? new Letter("", write(promise, addressee).subject() + ". Bel de gemeente voor meer informatie.")
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
