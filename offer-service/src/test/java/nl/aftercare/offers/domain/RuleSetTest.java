package nl.aftercare.offers.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.aftercare.offers.domain.RuleSet.Draft;
import nl.aftercare.offers.domain.RuleSet.Version;
import nl.aftercare.offers.domain.Validity.JudgedOn;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import org.junit.jupiter.api.Test;

/** Tables are published by two, and never change after that. */
class RuleSetTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Validity ALWAYS = new Validity(LocalDate.parse("2020-01-01"), null, JudgedOn.ROBBERY);
    private static final Draft DRAFT = new Draft("<dmn/>", ALWAYS, "officer", NOW);

    @Test
    void aPublishedDraftIsTheNextVersionAndNoDraftAnyLonger() {
        var once = publish(new RuleSet("9901", DRAFT, List.of()), "manager");
        var twice = publish(new RuleSet("9901", DRAFT, once.state().versions()), "manager");

        assertThat(once.state().draft()).isNull();
        assertThat(once.events()).containsExactly(new Version("9901", 1, ALWAYS, "officer", NOW, "manager", NOW));
        assertThat(twice.state().versions()).extracting(Version::name).containsExactly("9901-1", "9901-2");
    }

    @Test
    void nobodyPublishesTheirOwnDraft() {
        assertThat(refusal(new RuleSet("9901", DRAFT, List.of()).publish("officer", NOW)))
                .isEqualTo("four-eyes");
    }

    @Test
    void withoutADraftThereIsNothingToPublish() {
        assertThat(refusal(new RuleSet("9901", null, List.of()).publish("manager", NOW)))
                .isEqualTo("no-draft");
    }

    @Test
    void ofTheVersionsThatHoldTheNewestDecides() {
        var march = new Validity(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"), JudgedOn.ROBBERY);
        var ruleSet = new RuleSet("9901", null, List.of(version(1, ALWAYS), version(2, march), version(3, march)));

        assertThat(ruleSet.holdingFor(LocalDate.parse("2026-03-15"), TODAY))
                .map(Version::number)
                .contains(3);
        assertThat(ruleSet.holdingFor(LocalDate.parse("2026-04-01"), TODAY))
                .map(Version::number)
                .contains(1);
        assertThat(ruleSet.holdingFor(LocalDate.parse("2019-12-31"), TODAY)).isEmpty();
    }

    private static Version version(int number, Validity validity) {
        return new Version("9901", number, validity, "officer", NOW, "manager", NOW);
    }

    private static Accepted<RuleSet, Version> publish(RuleSet ruleSet, String by) {
        return (Accepted<RuleSet, Version>) ruleSet.publish(by, NOW);
    }

    private static String refusal(Decision<RuleSet, Version> decision) {
        return ((Refused<RuleSet, Version>) decision).refusal().code();
    }
}
