package nl.aftercare.cases.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.Address;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Evaluation;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.RobberyFacts;
import nl.aftercare.cases.domain.RobberyId;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.SupportNeed;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.domain.VictimType;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.WorkingDays;
import nl.aftercare.platform.privacy.PersonalData;
import org.junit.jupiter.api.Test;

/** A field that holds personal data is marked once, and what is marked is erased. */
class PersonalDataTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 5, 12);
    /** Texts of the stored case that are names of feeds and staff, or codes, and say nothing of the victim. */
    private static final Set<String> NOT_OF_THE_VICTIM =
            Set.of("municipality", "feed", "feedReference", "victimReference", "decidedBy", "owner");

    @Test
    void everyTextOfACaseIsMarkedOrSaysNothingOfTheVictim() {
        assertThat(Arrays.stream(CaseRow.class.getDeclaredFields())
                        .filter(field -> field.getType() == String.class
                                || field.getType().isRecord())
                        .filter(field -> !field.isAnnotationPresent(PersonalData.class))
                        .map(Field::getName))
                .isSubsetOf(NOT_OF_THE_VICTIM);
    }

    @Test
    void whatIsMarkedIsErased() throws IllegalAccessException {
        var row = aFullRow();
        for (var field : marked()) {
            assertThat(field.get(row)).as(field.getName() + " before").isNotNull();
        }

        var robbery = robbery();
        var erased = new AftercareCase(
                new CaseId(row.id),
                robbery,
                TODAY,
                Map.of(),
                null,
                new Erased(Outcome.COMPLETED, TODAY),
                null,
                null,
                null);
        row.take(erased, clocks());

        for (var field : marked()) {
            assertThat(field.get(row)).as(field.getName()).isNull();
        }
        assertThat(row.victim().name()).isNull();
        assertThat(row.outcome).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void theFeedBringsNothingBack() {
        var row = aFullRow();
        row.take(
                new AftercareCase(
                        new CaseId(row.id),
                        robbery(),
                        TODAY,
                        Map.of(),
                        null,
                        new Erased(Outcome.COMPLETED, TODAY),
                        null,
                        null,
                        null),
                clocks());

        row.restate(new Robberies.Restated(victim(), true), Instant.parse("2028-01-01T00:00:00Z"));

        assertThat(row.victim().name()).isNull();
        assertThat(row.victim().address()).isNull();
    }

    private static CaseRow aFullRow() {
        var opened = AftercareCase.open(new CaseId(UUID.randomUUID()), robbery(), TODAY);
        var row = CaseRow.of(
                opened,
                victim(),
                new Provenance(new Municipality("9901"), "police-feed", "R-1"),
                Instant.EPOCH,
                clocks());
        row.uncheckedBecause = "x";
        row.visitWithoutClearanceBecause = "x";
        row.need = SupportNeed.UNKNOWN;
        row.evaluation = new Evaluation(Fact.YES, Fact.YES, Fact.YES, Fact.YES, "x", TODAY);
        row.unevaluatedBecause = "x";
        row.legalHoldBecause = "x";
        return row;
    }

    private static Victim victim() {
        return new Victim(
                "1",
                VictimType.DIRECT,
                "Slachtoffer Voorbeeld",
                "slachtoffer@voorbeeld.example",
                "+31000000000",
                new Address("9999XA", 1, "A", "Fictieve Straat", "Voorbeeldstad"),
                false);
    }

    private static Robbery robbery() {
        return Robbery.first(
                new RobberyId(UUID.randomUUID()),
                new Municipality("9901"),
                Instant.parse("2026-03-10T08:00:00Z"),
                RobberyFacts.of(RobberyKind.COMMERCIAL, Instant.parse("2026-03-02T20:00:00Z")));
    }

    private static Clocks clocks() {
        return new Clocks(Playbook.DEFAULT, new WorkingDays(day -> false));
    }

    private static List<Field> marked() {
        return Stream.of(CaseRow.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(PersonalData.class))
                .toList();
    }
}
