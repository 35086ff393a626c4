package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.ActionStatus;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Outline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bullet of the seed page about the neighbourhood is an action, and a scenario shows it both ways. */
class SeedCoverageTest {
    /** @param without a robbery after which nothing of the bullet is to be done */
    private record Bullet(String code, String text, Outline with, Outline without) {
        @Override
        public String toString() {
            return code;
        }
    }

    static Stream<Bullet> bullets() {
        var shop = outline(RobberyKind.COMMERCIAL, SurroundingsTenure.MIXED);
        var home = outline(RobberyKind.RESIDENTIAL, SurroundingsTenure.MIXED);
        var rented = outline(RobberyKind.RESIDENTIAL, SurroundingsTenure.RENTED);
        var owned = outline(RobberyKind.RESIDENTIAL, SurroundingsTenure.OWNER_OCCUPIED);
        return Stream.of(
                new Bullet(
                        "NC1",
                        "Informeer ondernemers aan hetzelfde plein, dezelfde wijk, van dezelfde ondernemersvereniging over de overval en stel ze op de hoogte van de preventiemogelijkheden en (lokale) regelingen.",
                        shop,
                        home),
                new Bullet("NC2", "Ga in gesprek met de ondernemersvereniging.", shop, home),
                new Bullet(
                        "NC3",
                        "Maak binnen 2 tot 3 weken afspraken over een voorlichtingsbijeenkomst in samenwerking met de ondernemersvereniging, zeker bij een overval die voor veel onrust in de omgeving zorgt.",
                        shop,
                        home),
                new Bullet(
                        "NC4",
                        "Wijs de ondernemersvereniging op de mogelijkheden van het Keurmerk Veilig Ondernemen (KVO) en de mogelijkheden daarbinnen van financiering van preventieve maatregelen.",
                        shop,
                        home),
                new Bullet(
                        "NC5",
                        "Biedt als verdere impuls eventueel een afroomkluis en/of pinautomaat aan. Denk hierbij ook aan het geven van informatie over goed gebruik.",
                        shop,
                        home),
                new Bullet("NC6", "Verwijs naar de 9 punten van excellent cameratoezicht.", shop, home),
                new Bullet(
                        "NR1",
                        "Ga in gesprek met de woningcorporatie als dit in de voorbereidende fase nog niet is gebeurd. Samen met de woningcorporatie stem je af welke maatregelen voor de wijk kunnen worden genomen.",
                        rented,
                        owned),
                new Bullet(
                        "NR2",
                        "Informeer bewoners aan hetzelfde plein, dezelfde straat, dezelfde wijk over de overval en stel ze op de hoogte van de mogelijkheden voor het nemen van preventieve maatregelen en (lokale) regelingen. Het accent ligt op Veilig Wonen. Het voorkomen van een overval en hoe hiermee om te gaan is een onderdeel hiervan.",
                        home,
                        shop),
                new Bullet(
                        "NR3",
                        "Maak binnen 2 tot 3 weken afspraken over een bewonersbijeenkomst in samenwerking met de vereniging van eigenaren, woningcorporatie en politie.",
                        home,
                        shop),
                new Bullet(
                        "NR4, NR5",
                        "Maak voor de koopsector afspraken met PKVW-bedrijven over een advies op maat of leg hiervoor de verantwoordelijkheid bij de vereniging van eigenaren. Wellicht zijn er ook kortingsacties mogelijk met plaatselijke ondernemers, zodat deelnemers van de bijeenkomsten tegen gereduceerde prijzen SKG-gecertificeerde beveiligingsproducten kunnen aanschaffen.",
                        owned,
                        shop),
                new Bullet(
                        "NR6",
                        "Biedt als verdere impuls een deurspion en/of kierstandhouder aan en geef informatie over goed gebruik. Ook kan (hulp) bij montage worden aangeboden. Maak voor huurwoningen afspraken met de woningcorporatie.",
                        home,
                        shop));
    }

    @ParameterizedTest
    @MethodSource("bullets")
    void everyBulletIsAnActionThatIsOpenWhereItFitsAndNotWhereItDoesNot(Bullet bullet) {
        assertThat(actions(bullet)).isNotEmpty().allSatisfy(action -> {
            assertThat(isOpen(action, bullet.with())).isTrue();
            assertThat(isOpen(action, bullet.without())).isFalse();
        });
    }

    @Test
    void everyActionComesFromABullet() {
        var covered = bullets().flatMap(bullet -> actions(bullet).stream()).toList();

        assertThat(Action.values()).containsExactlyInAnyOrderElementsOf(covered);
    }

    @Test
    void ofTheHomesThatAreRentedNoAdviceForOwnersIsArranged() {
        assertThat(isOpen(Action.ARRANGE_PKVW_ADVICE, outline(RobberyKind.RESIDENTIAL, SurroundingsTenure.RENTED)))
                .isFalse();
    }

    private static List<Action> actions(Bullet bullet) {
        return Arrays.stream(Action.values())
                .filter(action -> bullet.text().contains(action.source()))
                .toList();
    }

    private static boolean isOpen(Action action, Outline outline) {
        var plan = new Opened(outline, Map.of(), 0);
        return plan.allActions().contains(action) && plan.statusOf(action) == ActionStatus.OPEN;
    }

    private static Outline outline(RobberyKind kind, SurroundingsTenure surroundings) {
        return Sample.outline(kind, LocalDate.parse("2026-03-02"), Unrest.HIGH, surroundings);
    }
}
