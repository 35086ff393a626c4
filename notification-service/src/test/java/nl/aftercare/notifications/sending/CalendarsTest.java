package nl.aftercare.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.SendingRule;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.platform.kernel.Municipality;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody is called, the calendar entry can be written (RFC 5545). */
class CalendarsTest {
    private static final Instant STARTS_AT = Instant.parse("2026-03-26T18:30:00Z");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"Jan \"Piet\" Voorbeeld", "Voorbeeld; Jan: de, oude", "Zoë ^ Voorbeeld", "'t Voorbeeld"})
    void aNameIsNoReasonNotToInviteSomebody(String name) {
        var entry = new CalendarEntry(UUID.randomUUID(), 0, STARTS_AT, STARTS_AT.plusSeconds(7_200));
        var promise = new Promise(
                UUID.randomUUID(),
                new Municipality("9901"),
                UUID.randomUUID(),
                Template.MEETING_ARRANGED,
                UUID.randomUUID(),
                entry.details(),
                new SendingRule(List.of(Channel.EMAIL), true, false, false),
                STARTS_AT,
                null);

        var written =
                new Calendars().write(entry, promise, name, "partner@voorbeeld.example", "nazorg@voorbeeld.example");

        assertThat(written.replaceAll("\r\n[ \t]", "")).contains("METHOD:REQUEST", "mailto:partner@voorbeeld.example");
    }
}
