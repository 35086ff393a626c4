package nl.aftercare.cases.domain;

import static nl.aftercare.cases.domain.Robberies.aRobbery;
import static nl.aftercare.cases.domain.RobberyKind.COMMERCIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.CaseEvent.RobberyReported;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import nl.aftercare.platform.kernel.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobberyTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7})
    void aReportOpensACaseForEachVictimInItsOrder(int victims) {
        var ids = Stream.generate(() -> new CaseId(UUID.randomUUID()))
                .limit(victims)
                .toList();
        var robbery = aRobbery(COMMERCIAL, "2026-03-02T20:00:00Z");

        var decision = Robbery.report(robbery, ids);

        var accepted = (Accepted<Robbery.Opened, CaseEvent>) decision;
        assertThat(accepted.state().cases()).extracting(AftercareCase::id).containsExactlyElementsOf(ids);
        assertThat(accepted.events()).containsExactly(new RobberyReported(robbery, ids));
    }

    @Test
    void aRobberyAfterItsReportIsRefused() {
        var decision = Robbery.report(aRobbery(COMMERCIAL, "2026-03-10T08:00:00.000001Z"), List.of());

        assertThat(decision).isInstanceOf(Refused.class);
    }

    @Test
    void aRobberyAtTheMomentOfItsReportIsAccepted() {
        var decision = Robbery.report(aRobbery(COMMERCIAL, "2026-03-10T08:00:00Z"), List.of());

        assertThat(decision).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        // winter and summer time, either side of midnight in Amsterdam
        "2026-03-02T22:59:59Z, 2026-03-02",
        "2026-03-02T23:00:00Z, 2026-03-03",
        "2026-07-02T21:59:59Z, 2026-07-02",
        "2026-07-02T22:00:00Z, 2026-07-03",
        "2028-02-29T12:00:00Z, 2028-02-29"
    })
    void theDayOfARobberyIsTheCalendarDayInAmsterdam(String occurredAt, LocalDate day) {
        assertThat(aRobbery(COMMERCIAL, occurredAt).occurredOn()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "YES, NO, NO, SERIOUS",
        "NO, YES, NO, SERIOUS",
        "NO, NO, YES, SERIOUS",
        "YES, UNKNOWN, UNKNOWN, SERIOUS",
        "NO, NO, NO, STANDARD",
        "UNKNOWN, UNKNOWN, UNKNOWN, STANDARD",
        "UNKNOWN, NO, UNKNOWN, STANDARD"
    })
    void aFirearmWoundedOrDeadMakesARobberySerious(Fact firearm, Fact wounded, Fact dead, Severity severity) {
        assertThat(Robberies.circumstances(firearm, wounded, dead).severity()).isEqualTo(severity);
    }
}
