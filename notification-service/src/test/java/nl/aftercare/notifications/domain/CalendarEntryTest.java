package nl.aftercare.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import org.junit.jupiter.api.Test;

/** The highest sequence counts. */
class CalendarEntryTest {
    private static final Instant STARTS_AT = Instant.parse("2026-03-26T18:30:00Z");
    private static final UUID MEETING = UUID.randomUUID();

    private static final SendingRule RULE = new SendingRule(List.of(Channel.EMAIL), true, false, false);

    @Test
    void aFirstEntryOvertakesNothing() {
        assertThat(entry(0).overtakes(List.of())).isEmpty();
        assertThat(entry(0).isOvertaken(List.of())).isFalse();
    }

    @Test
    void allOfALowerSequenceIsOvertakenAlsoWhatWasSentSinceItMayComeBack() {
        List<Message> earlier = List.of(sent(0), waiting(1));

        assertThat(entry(2).overtakes(earlier)).isEqualTo(earlier);
        // an invitation and its reminder go together
        assertThat(entry(1).overtakes(earlier)).containsExactly(earlier.getFirst());
        assertThat(entry(2).isOvertaken(earlier)).isFalse();
    }

    @Test
    void anEntryThatComesLateIsOvertakenAndOvertakesNothingNewer() {
        assertThat(entry(1).isOvertaken(List.of(waiting(2)))).isTrue();
        assertThat(entry(1).overtakes(List.of(waiting(2)))).isEmpty();
        assertThat(entry(2).isOvertaken(List.of(waiting(2)))).isTrue();
    }

    @Test
    void aMessageCarriesItWholeAndOneOfAnotherKindNone() {
        assertThat(CalendarEntry.of(promise(4))).contains(entry(4));
        assertThat(CalendarEntry.of(new Promise(
                        UUID.randomUUID(),
                        new Municipality("9901"),
                        null,
                        Template.SCHEME_ENDS,
                        UUID.randomUUID(),
                        Map.of("label", "Noodfonds", "endsOn", "2026-12-31"),
                        RULE,
                        STARTS_AT,
                        null)))
                .isEmpty();
    }

    private static CalendarEntry entry(int sequence) {
        return new CalendarEntry(MEETING, sequence, STARTS_AT, STARTS_AT.plusSeconds(7_200));
    }

    private static Message waiting(int sequence) {
        return Message.promised(promise(sequence));
    }

    private static Message sent(int sequence) {
        return waiting(sequence)
                .attempt(STARTS_AT, OwnText.NONE)
                .accepted(STARTS_AT, Channel.EMAIL, null)
                .orRefuse()
                .state();
    }

    private static Promise promise(int sequence) {
        return new Promise(
                UUID.randomUUID(),
                new Municipality("9901"),
                UUID.randomUUID(),
                Template.MEETING_ARRANGED,
                UUID.randomUUID(),
                entry(sequence).details(),
                RULE,
                STARTS_AT,
                null);
    }
}
