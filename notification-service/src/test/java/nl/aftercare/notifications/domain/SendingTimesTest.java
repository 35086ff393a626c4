package nl.aftercare.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a message goes: at once, in the hours in which people may be disturbed, or with the summary of the morning. */
class SendingTimesTest {
    private static final WorkingDays DAYS = new WorkingDays(day -> false);
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), true);
    private static final QuietHours ALL_BUT_THE_MORNING = new QuietHours(LocalTime.of(9, 0), LocalTime.of(8, 30), true);
    private static final SendingSettings USUAL =
            new SendingSettings(NIGHT, ALL_BUT_THE_MORNING, HouseStyle.PLAIN, Map.of());

    @ParameterizedTest
    @CsvSource({
        // a Monday, in winter: 22.05 and 12.00 in Amsterdam
        "URGENT, 2026-03-02T21:05:00Z, , 2026-03-02T21:05:00Z",
        "USUAL, 2026-03-02T21:05:00Z, , 2026-03-03T07:00:00Z",
        "USUAL, 2026-03-02T11:00:00Z, , 2026-03-02T11:00:00Z",
        "DIGEST, 2026-03-02T11:00:00Z, , 2026-03-03T07:30:00Z",
        "DIGEST, 2026-03-02T07:45:00Z, , 2026-03-02T07:45:00Z",
        "USUAL, 2026-03-02T11:00:00Z, 2026-03-05T11:00:00Z, 2026-03-05T11:00:00Z",
        "USUAL, 2026-03-02T11:00:00Z, 2026-03-05T22:00:00Z, 2026-03-06T07:00:00Z",
        "USUAL, 2026-03-02T11:00:00Z, 2026-02-27T11:00:00Z, 2026-03-02T11:00:00Z",
        "URGENT, 2026-03-02T11:00:00Z, 2026-03-05T22:00:00Z, 2026-03-05T22:00:00Z",
    })
    void aMessageGoesAtItsTime(String pace, Instant now, Instant notBefore, Instant goes) {
        var rule = new SendingRule(List.of(Channel.EMAIL), pace.equals("URGENT"), false, pace.equals("DIGEST"));

        assertThat(USUAL.notBefore(promise(rule, notBefore), now, DAYS)).isEqualTo(goes);
    }

    @Test
    void whatAMunicipalityDoesNotSettleIsAsUsual() {
        var rule = new SendingRule(List.of(Channel.EMAIL), true, false, false);
        var other = new SendingRule(List.of(Channel.PHONE), false, false, false);
        var usual = new SendingSettings(
                NIGHT,
                ALL_BUT_THE_MORNING,
                HouseStyle.PLAIN,
                Map.of(Template.NEW_CASE, rule, Template.SCHEME_ENDS, rule));
        var style = new HouseStyle("gemeente Voorbeeldstad", null, null, "#000000");

        assertThat(SendingOverride.NONE.over(usual)).isEqualTo(usual);
        var own = new SendingOverride(ALL_BUT_THE_MORNING, style, Map.of(Template.NEW_CASE, other)).over(usual);
        assertThat(own.quietHours()).isEqualTo(ALL_BUT_THE_MORNING);
        assertThat(own.houseStyle()).isEqualTo(style);
        assertThat(own.rule(Template.NEW_CASE)).isEqualTo(other);
        assertThat(own.rule(Template.SCHEME_ENDS)).isEqualTo(rule);
    }

    @Test
    void whatIsUrgentIsNotKeptForASummary() {
        assertThatThrownBy(() -> new SendingRule(List.of(Channel.EMAIL), true, false, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Promise promise(SendingRule rule, Instant notBefore) {
        return new Promise(
                UUID.randomUUID(),
                new Municipality("9901"),
                null,
                Template.NEW_CASE,
                Promise.NOBODY_IN_PARTICULAR,
                Map.of(),
                rule,
                Instant.parse("2026-03-02T10:00:00Z"),
                notBefore);
    }
}
