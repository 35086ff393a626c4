package nl.aftercare.notifications.texts;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
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
import nl.aftercare.notifications.addresses.ApprovedText;
import nl.aftercare.notifications.addresses.Matter;
import nl.aftercare.notifications.addresses.Matter.Hearing;
import nl.aftercare.notifications.addresses.Matter.Offer;
import nl.aftercare.notifications.addresses.Matter.Partnership;
import nl.aftercare.notifications.addresses.Question;
import nl.aftercare.notifications.domain.HouseStyle;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Outgoing;
import nl.aftercare.notifications.domain.OwnText;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.SendingSettings;
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
    private static final String UNNAMED = "heer of mevrouw";
    private final Engine templates;

    Letters(Engine templates) {
        this.templates = templates;
    }

    /** The usual text, or that of the municipality; to neighbours only what was approved, to the letter. */
    public Letter write(Outgoing outgoing, Addressee addressee) {
        if (addressee.matter() instanceof ApprovedText approved) {
            return new Letter(approved.subject(), approved.body());
        }
        var wording = outgoing.text().wording();
        return wording == null
                ? usual(outgoing, addressee)
                : Letter.parse(new Wording(wording).fill(values(outgoing, addressee)));
    }

    private static Map<String, String> values(Outgoing outgoing, Addressee addressee) {
        var values = new HashMap<String, String>();
        values.put("naam", Objects.requireNonNullElse(addressee.name(), UNNAMED));
        values.put("afzender", outgoing.style().sender());
        values.put("telefoon", outgoing.style().callable());
        var startsAt = outgoing.promise().details().get("startsAt");
        if (startsAt != null) {
            values.put("wanneer", moment(Instant.parse(startsAt)));
        }
        switch (addressee.matter()) {
            case Question question -> {
                values.put("link", question.link());
                values.put("data", asList(moments(question)));
            }
            case Offer offer -> values.put("aanbod", asList(offer.measures()));
            case Hearing hearing -> values.put("zitting", DATE.format(hearing.on()));
            case Partnership partnership -> {}
            case ApprovedText approved -> {}
            case null -> {}
        }
        return values;
    }

    private static String asList(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    private static List<String> moments(Question question) {
        return question.startsAt().stream().map(Letters::moment).toList();
    }

    private Letter usual(Outgoing outgoing, Addressee addressee) {
        var promise = outgoing.promise();
        var template = fill(promise.template().code() + ".txt", outgoing, addressee);
        switch (addressee.matter()) {
            case Question question -> template.data("link", question.link()).data("dates", moments(question));
            case Offer offer -> template.data("measures", offer.measures());
            case Hearing hearing -> template.data("hearingOn", DATE.format(hearing.on()));
            case Partnership partnership -> template.data("partner", partnership.kind());
            case ApprovedText approved -> {}
            case null -> template.data("partner", "");
        }
        return Letter.parse(template.data("items", items(outgoing, addressee)).render());
    }

    private TemplateInstance fill(String file, Outgoing outgoing, Addressee addressee) {
        var details = new TreeMap<String, Object>(outgoing.promise().details());
        details.replaceAll((name, value) -> inDutch(name, value.toString()));
        return templates
                .getTemplate(file)
                .data("name", Objects.requireNonNullElse(addressee.name(), UNNAMED))
                .data("style", outgoing.style())
                .data("details", details)
                .data("robberyId", Objects.requireNonNullElse(outgoing.promise().robberyId(), ""));
    }

    /** What a summary is of, one line each. */
    private List<String> items(Outgoing summary, Addressee addressee) {
        return summary.gathered().stream()
                .map(promise -> {
                    var one = new Outgoing(Message.promised(promise), OwnText.NONE, summary.style(), List.of(), null);
                    return write(one, addressee).subject() + about(promise);
                })
                .toList();
    }

    private static String about(Promise promise) {
        var robberyId = promise.robberyId() == null ? promise.details().get("robberyId") : promise.robberyId();
        return robberyId == null ? "" : " (overval " + robberyId + ")";
    }

    /**
     * With sample data of nobody, to look at before it goes to anybody.
     *
     * @param wording of the municipality; null for the usual text
     */
    public Letter sample(
            Municipality municipality, Template template, SendingSettings settings, @Nullable String wording) {
        var startsAt = Instant.parse("2026-03-26T18:30:00Z");
        var details = Map.of("startsAt", startsAt.toString(), "sequence", "0", "heldOn", "2026-03-26");
        var nobody = new UUID(0, 0);
        var promise = new Promise(
                nobody, municipality, nobody, template, nobody, details, settings.rule(template), startsAt, null);
        return write(
                new Outgoing(
                        Message.promised(promise),
                        new OwnText(1, wording, null),
                        settings.houseStyle(),
                        List.of(),
                        null),
                new Addressee(
                        "Voorbeeld",
                        "voorbeeld@voorbeeld.example",
                        null,
                        null,
                        sampleMatter(template, startsAt),
                        null));
    }

    private static Matter sampleMatter(Template template, Instant startsAt) {
        return switch (template) {
            case MEETING_ASKED, MEETING_ASKED_AGAIN ->
                new Question(
                        1, List.of(startsAt, startsAt.plus(Duration.ofDays(1))), "https://voorbeeld.example/antwoord");
            case VICTIM_OFFER -> new Offer(List.of("Voorbeeld van een regeling", "Voorbeeld van een maatregel"));
            case VICTIM_HEARING -> new Hearing(LocalDate.of(2026, 9, 1));
            default -> new Partnership("BUSINESS_ASSOCIATION");
        };
    }

    /** A text message: short, for those texts that have one; else only that there is something to know. */
    public Letter shortText(Outgoing outgoing, Addressee addressee) {
        var file = "short/" + outgoing.promise().template().code() + ".txt";
        return templates.getTemplate(file) == null
                ? new Letter(
                        "",
                        write(outgoing, addressee).subject() + ". Meer weten? Bel "
                                + outgoing.style().callable() + ".")
                : new Letter("", fill(file, outgoing, addressee).render().strip());
    }

    /** What a person says who calls, and what not. */
    public String script(Outgoing outgoing, Addressee addressee) {
        var file = "call/" + outgoing.promise().template().recipient().name().toLowerCase(Locale.ROOT) + ".txt";
        return fill(file, outgoing, addressee).render().strip();
    }

    /** As a mail shows it, for who reads HTML. */
    public String html(Letter letter, HouseStyle style) {
        return templates
                .getTemplate("layout/mail.html")
                .data("style", style)
                .data("subject", letter.subject())
                .data("blocks", letter.blocks())
                .render();
    }

    /**
     * As it is printed: XHTML for A4, one letter for each address.
     *
     * @param addresses of each the lines for the window of the envelope
     * @param on Europe/Amsterdam
     */
    public String pages(Letter letter, HouseStyle style, List<List<String>> addresses, LocalDate on) {
        return templates
                .getTemplate("layout/letter.html")
                .data("style", style)
                .data("subject", letter.subject())
                .data("blocks", letter.blocks())
                .data("addresses", addresses)
                .data("date", DATE.format(on))
                .render();
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(DutchTime.ZONE));
    }

    private static String inDutch(String name, String value) {
        return switch (name) {
            case "occurredOn", "agreedOn", "endsOn", "markOn", "limitOn", "expectedOn", "heldOn" ->
                DATE.format(LocalDate.parse(value));
            case "startsAt" -> moment(Instant.parse(value));
            default -> value;
        };
    }
}
