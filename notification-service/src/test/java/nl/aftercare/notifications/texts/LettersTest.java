package nl.aftercare.notifications.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.notifications.addresses.Addressee;
import nl.aftercare.notifications.addresses.Matter;
import nl.aftercare.notifications.addresses.Matter.Hearing;
import nl.aftercare.notifications.addresses.Matter.Offer;
import nl.aftercare.notifications.addresses.Matter.Partnership;
import nl.aftercare.notifications.addresses.Question;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.HouseStyle;
import nl.aftercare.notifications.domain.Message;
import nl.aftercare.notifications.domain.Outgoing;
import nl.aftercare.notifications.domain.OwnText;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.SendingRule;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.domain.WaitingWork;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LettersTest {
    private static final int LONGEST_SENTENCE = 18;
    private static final HouseStyle STYLE = new HouseStyle("gemeente Voorbeeldstad", "14 099", null, "#0b4f2f");

    @Inject
    Letters letters;

    static Stream<Arguments> situations() {
        return Stream.concat(
                Stream.of(
                        Arguments.of(
                                Template.SCHEME_ENDS,
                                Map.of("label", "Gemeentelijk noodfonds", "endsOn", "2026-12-31")),
                        Arguments.of(Template.WINDOW_NEARS, Map.of("mark", "TARGET", "markOn", "2026-03-16")),
                        Arguments.of(Template.WINDOW_NEARS, Map.of("mark", "LIMIT", "markOn", "2026-03-23")),
                        Arguments.of(Template.MEETING_ASKED, Map.of("meetingId", "x", "round", "1")),
                        Arguments.of(Template.MEETING_ANSWERED, Map.of("answer", "ACCEPTED")),
                        Arguments.of(Template.MEETING_ANSWERED, Map.of("answer", "DECLINED")),
                        Arguments.of(Template.MEETING_ANSWERED, Map.of("answer", "COUNTERED")),
                        Arguments.of(Template.WINDOW_BREACHED_ESCALATED, Map.of("limitOn", "2026-03-23")),
                        Arguments.of(
                                Template.WINDOW_AT_RISK,
                                Map.of("limitOn", "2026-03-23", "expectedOn", "2026-03-25", "reason", "NO_DATE_SUITS")),
                        Arguments.of(Template.MEETING_ASKED_AGAIN, Map.of("meetingId", "x", "round", "1")),
                        Arguments.of(Template.MEETING_HELD, Map.of("heldOn", "2026-03-26")),
                        Arguments.of(Template.DIGEST, Map.of()),
                        Arguments.of(Template.VICTIM_HELP, Map.of()),
                        Arguments.of(Template.VICTIM_OFFER, Map.of()),
                        Arguments.of(Template.VICTIM_HEARING, Map.of()),
                        Arguments.of(Template.VICTIM_GOODBYE, Map.of()),
                        Arguments.of(Template.WINDOW_BREACHED, Map.of("limitOn", "2026-03-23"))),
                Stream.concat(ofWork(), ofRobberies()));
    }

    private static Stream<Arguments> ofWork() {
        return Arrays.stream(WaitingWork.Kind.values()).flatMap(kind -> Arrays.stream(Template.values())
                .filter(about -> !about.recipient().isStaff())
                .map(about -> Arguments.of(
                        Template.WORK_WAITING, Map.of("work", kind.name(), "about", about.code(), "messageId", "x"))));
    }

    private static Stream<Arguments> ofRobberies() {
        return Stream.concat(
                Stream.of("0", "1", "3").flatMap(victims -> Stream.of("COMMERCIAL", "RESIDENTIAL")
                        .flatMap(kind -> Stream.of("STANDARD", "SERIOUS")
                                .map(severity -> Arguments.of(
                                        Template.NEW_CASE,
                                        Map.of(
                                                "kind",
                                                kind,
                                                "occurredOn",
                                                "2026-03-02",
                                                "victims",
                                                victims,
                                                "severity",
                                                severity))))),
                Stream.of(Template.MEETING_ARRANGED, Template.MEETING_NEARS, Template.MEETING_WITHDRAWN)
                        .flatMap(template -> Stream.of(0, 2)
                                .map(sequence -> Arguments.of(
                                        template,
                                        new CalendarEntry(
                                                        UUID.randomUUID(),
                                                        sequence,
                                                        Instant.parse("2026-03-26T18:30:00Z"),
                                                        Instant.parse("2026-03-26T20:30:00Z"))
                                                .details()))));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyTextIsWholeAndPlain(Template template, Map<String, String> details) {
        for (var matter : matters(template)) {
            checkText(template, details, matter);
        }
    }

    private static List<Matter> matters(Template template) {
        return switch (template) {
            case MEETING_ASKED, MEETING_ASKED_AGAIN ->
                List.of(new Question(
                        1, List.of(Instant.parse("2026-03-26T18:30:00Z")), "https://nazorg.example/v1/answers/abc"));
            case VICTIM_OFFER -> List.of(new Offer(List.of("Gemeentelijk noodfonds", "Kierstandhouder")));
            case VICTIM_HEARING -> List.of(new Hearing(LocalDate.of(2026, 9, 1)));
            default ->
                Stream.of("BUSINESS_ASSOCIATION", "HOUSING_CORPORATION", "OWNERS_ASSOCIATION", "POLICE")
                        .<Matter>map(Partnership::new)
                        .toList();
        };
    }

    private void checkText(Template template, Map<String, String> details, Matter matter) {
        var outgoing = outgoing(template, details);
        var promise = outgoing.promise();
        var letter = letters.write(
                outgoing,
                new Addressee("Ontvanger Voorbeeld", "ontvanger@voorbeeld.example", null, null, matter, null));

        assertThat(letter.subject()).isNotBlank().hasSizeLessThan(78);
        assertThat(letter.text())
                .startsWith("Beste Ontvanger Voorbeeld,")
                .doesNotContain("{", "}", "NOT_FOUND", "\n\n\n");
        assertThat(letter.text()).doesNotContain("@", "COMMERCIAL", "RESIDENTIAL", "SERIOUS");
        assertThat(letters.html(letter, STYLE))
                .contains("<html lang=\"nl\">", "<title>" + escaped(letter.subject()) + "</title>")
                .doesNotContain("NOT_FOUND", "{block", "<p></p>", "<ul></ul>");
        Arrays.stream(letter.text()
                        .replace(promise.robberyId().toString(), "nummer")
                        .split("[.?!:]\\s+|\n"))
                .forEach(sentence -> assertThat(sentence.strip().split("\\s+").length)
                        .as(sentence)
                        .isLessThanOrEqualTo(LONGEST_SENTENCE));
    }

    private static Outgoing outgoing(Template template, Map<String, String> details) {
        var promise = new Promise(
                UUID.randomUUID(),
                new Municipality("9901"),
                UUID.randomUUID(),
                template,
                UUID.randomUUID(),
                details,
                new SendingRule(List.of(Channel.EMAIL), true, false, false),
                Instant.now(),
                null);
        return new Outgoing(Message.promised(promise), OwnText.NONE, STYLE, List.of(promise), null);
    }

    @ParameterizedTest
    @EnumSource(names = {"VICTIM_HELP", "VICTIM_OFFER", "VICTIM_HEARING", "VICTIM_GOODBYE"})
    void aVictimReadsWhomToCallAndATextMessageTellsNobodyElseWhatHappened(Template template) {
        var outgoing = outgoing(template, Map.of());
        var addressee = new Addressee(
                "Ontvanger Voorbeeld", null, null, null, matters(template).getFirst(), null);

        assertThat(letters.write(outgoing, addressee).text()).contains("14 099", "gemeente Voorbeeldstad");
        assertThat(letters.shortText(outgoing, addressee).text())
                .contains("14 099")
                .hasSizeLessThan(160);
        assertThat(letters.script(outgoing, addressee))
                .contains("Ontvanger Voorbeeld", "gemeente Voorbeeldstad")
                .doesNotContain("{", "NOT_FOUND");
    }

    @Test
    void withoutANumberATextSaysThatTheMunicipalityHasOne() {
        var outgoing = outgoing(Template.VICTIM_HELP, Map.of());
        var plain = new Outgoing(outgoing.message(), OwnText.NONE, HouseStyle.PLAIN, List.of(), null);

        assertThat(letters.write(plain, new Addressee(null, null, null, null, null, null))
                        .text())
                .contains("Bel uw gemeente en vraag naar de nazorg.");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("\"", "&quot;");
    }
}
