package nl.aftercare.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.notifications.domain.Message.GivenUp;
import nl.aftercare.notifications.domain.Message.Sent;
import nl.aftercare.notifications.domain.Message.Superseded;
import nl.aftercare.notifications.domain.Message.Waiting;
import nl.aftercare.platform.kernel.Municipality;
import org.junit.jupiter.api.Test;

class NewArrangementTest {
    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final UUID FORMER = UUID.randomUUID();
    private static final UUID CURRENT = UUID.randomUUID();

    @Test
    void theFirstArrangementChangesNothing() {
        assertThat(NewArrangement.with(CURRENT, List.of())).isEqualTo(new NewArrangement(List.of(), List.of()));
    }

    @Test
    void aNewTimeWithTheSamePartnerWithdrawsNothing() {
        assertThat(NewArrangement.with(CURRENT, List.of(sent(CURRENT, Template.MEETING_ARRANGED)))
                        .formerPartners())
                .isEmpty();
    }

    @Test
    void anArrangementThatStillWaitsIsOvertaken() {
        var waiting = waiting(CURRENT, Template.MEETING_ARRANGED);

        assertThat(NewArrangement.with(CURRENT, List.of(waiting)).superseded()).containsExactly(waiting);
    }

    @Test
    void aFormerPartnerHearsOfItAlsoWhenTheMailStillWaits() {
        var waiting = waiting(FORMER, Template.MEETING_ARRANGED);

        var change = NewArrangement.with(CURRENT, List.of(waiting));

        assertThat(change.superseded()).containsExactly(waiting);
        assertThat(change.formerPartners()).containsExactly(FORMER);
    }

    @Test
    void aFormerPartnerHearsOfItOnce() {
        var told = List.of(sent(FORMER, Template.MEETING_ARRANGED), sent(FORMER, Template.MEETING_WITHDRAWN));

        assertThat(NewArrangement.with(CURRENT, told).formerPartners()).isEmpty();
    }

    @Test
    void aFormerPartnerWhoIsAskedAgainGetsNoLateWithdrawal() {
        var withdrawal = waiting(FORMER, Template.MEETING_WITHDRAWN);
        var told =
                List.of(sent(FORMER, Template.MEETING_ARRANGED), withdrawal, sent(CURRENT, Template.MEETING_ARRANGED));

        var change = NewArrangement.with(FORMER, told);

        assertThat(change.superseded()).containsExactly(withdrawal);
        assertThat(change.formerPartners()).containsExactly(CURRENT);
    }

    @Test
    void aWithdrawalForAnotherStaysOnItsWay() {
        var withdrawal = waiting(FORMER, Template.MEETING_WITHDRAWN);

        assertThat(NewArrangement.with(CURRENT, List.of(withdrawal)).superseded())
                .isEmpty();
    }

    @Test
    void whatEndedIsNotChanged() {
        List<Message> ended = List.of(
                new GivenUp(promise(CURRENT, Template.MEETING_ARRANGED), 60, "no-address-known"),
                new Superseded(promise(CURRENT, Template.MEETING_ARRANGED), 0));

        assertThat(NewArrangement.with(CURRENT, ended).superseded()).isEmpty();
    }

    private static Message sent(UUID partner, Template template) {
        return new Sent(promise(partner, template), 1, NOW);
    }

    private static Waiting waiting(UUID partner, Template template) {
        return new Waiting(promise(partner, template), 0, null);
    }

    private static Promise promise(UUID partner, Template template) {
        return new Promise(
                UUID.randomUUID(), new Municipality("9901"), UUID.randomUUID(), template, partner, Map.of(), NOW);
    }
}
