package nl.aftercare.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.notifications.domain.Fact.Kind;
import nl.aftercare.notifications.domain.Message.Result;
import nl.aftercare.notifications.domain.MessageEvent.MessageDoneByHand;
import nl.aftercare.notifications.domain.MessageEvent.MessageInHand;
import nl.aftercare.notifications.domain.MessageEvent.MessageSent;
import nl.aftercare.notifications.domain.MessageEvent.MessageWithheld;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTest {
    private static final Instant NOW = Instant.parse("2026-03-02T22:05:00Z");

    @Test
    void whatAChannelTookIsToldOnce() {
        var message = promised(Channel.EMAIL).attempt(NOW, OwnText.NONE);

        var first = message.accepted(NOW, Channel.EMAIL, "<1>").orRefuse();
        var again =
                first.state().accepted(NOW.plusSeconds(1), Channel.EMAIL, "<1>").orRefuse();

        assertThat(first.events()).hasOnlyElementsOfType(MessageSent.class).hasSize(1);
        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(first.state());
        assertThat(first.state().state()).isEqualTo(MessageState.SENT);
        assertThat(first.state().sentAt()).contains(NOW);
        assertThat(first.state().attempts()).isEqualTo(1);
    }

    @Test
    void whatFailedWaitsWithTheReason() {
        var message = failed(promised(Channel.EMAIL), Channel.EMAIL);

        assertThat(message.state()).isEqualTo(MessageState.WAITING);
        assertThat(message.problem()).contains("channel-unavailable");
        assertThat(message.attempts()).isEqualTo(1);
    }

    @Test
    void afterTheLastAttemptTheNextChannelIsTriedAndAfterTheLastChannelAPersonHasToAct() {
        var message = promised(Channel.EMAIL, Channel.TEXT);
        for (int attempt = 1; attempt <= Channel.EMAIL.lastAttempt(); attempt++) {
            assertThat(message.channel()).contains(Channel.EMAIL);
            message = failed(message, Channel.EMAIL);
        }
        assertThat(message.channel()).contains(Channel.TEXT);
        assertThat(message.attempts()).isZero();
        assertThat(message.state()).isEqualTo(MessageState.WAITING);

        var given = message.attempt(NOW, OwnText.NONE)
                .refused(NOW, Channel.TEXT, "no-address")
                .orRefuse();

        assertThat(given.state().state()).isEqualTo(MessageState.IN_HAND);
        assertThat(given.state().channel()).isEmpty();
        assertThat(given.events()).hasOnlyElementsOfType(MessageInHand.class).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BOUNCED", "RETURNED"})
    void whatComesBackIsNotSentAndGoesOnOverTheNextChannel(Kind kind) {
        var sent = sent(promised(Channel.EMAIL, Channel.PHONE));

        var back = sent.receipt(receipt(kind, 60), NOW).orRefuse();

        assertThat(back.state().state()).isEqualTo(MessageState.IN_HAND);
        assertThat(back.state().channel()).contains(Channel.PHONE);
        assertThat(back.events()).hasSize(1);
        assertThat(back.state().receipt(receipt(kind, 60), NOW).orRefuse().events())
                .isEmpty();
    }

    @Test
    void receiptsThatContradictEachOtherCountByTheirOwnTimeInWhateverOrderTheyCome() {
        var sent = sent(promised(Channel.EMAIL, Channel.PHONE));
        var delivered = receipt(Kind.DELIVERED, 10);
        var bounced = receipt(Kind.BOUNCED, 20);

        var one = both(sent, delivered, bounced);
        var other = both(sent, bounced, delivered);

        assertThat(one.state()).isEqualTo(MessageState.IN_HAND).isEqualTo(other.state());
        assertThat(both(sent, receipt(Kind.BOUNCED, 10), receipt(Kind.DELIVERED, 20))
                        .state())
                .isEqualTo(MessageState.DELIVERED);
        assertThat(both(sent, receipt(Kind.DELIVERED, 10), receipt(Kind.BOUNCED, 10))
                        .state())
                .isEqualTo(MessageState.IN_HAND);
    }

    @Test
    void aReceiptThatComesBeforeTheAnswerOfTheChannelIsNotLost() {
        var attempted = promised(Channel.EMAIL).attempt(NOW, OwnText.NONE);

        var message = attempted
                .receipt(receipt(Kind.DELIVERED, 1), NOW)
                .orRefuse()
                .state()
                .accepted(NOW.plusSeconds(2), Channel.EMAIL, "<1>")
                .orRefuse()
                .state();

        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void anAttemptWithoutAnAnswerMakesTheNextOneARepeat() {
        var attempted = promised(Channel.EMAIL).attempt(NOW, OwnText.NONE);

        assertThat(promised(Channel.EMAIL).isRepeat()).isFalse();
        assertThat(attempted.isRepeat()).isTrue();
        assertThat(attempted
                        .failed(NOW, Channel.EMAIL, "channel-unavailable")
                        .orRefuse()
                        .state()
                        .isRepeat())
                .isFalse();
    }

    @Test
    void whatNeedsApprovalWaitsForAPerson() {
        var message = Message.promised(promise(new SendingRule(List.of(Channel.EMAIL), false, true, false)));
        assertThat(message.state()).isEqualTo(MessageState.AWAITING_APPROVAL);

        var approved = message.approve(NOW).orRefuse().state();

        assertThat(approved.state()).isEqualTo(MessageState.WAITING);
        assertThat(approved.approve(NOW).orRefuse().state()).isEqualTo(approved);
    }

    @Test
    void whatGoesByHandIsInHandOnceItIsApproved() {
        var message = Message.promised(promise(new SendingRule(List.of(Channel.PRINT), false, true, false)));

        var approved = message.approve(NOW).orRefuse();

        assertThat(approved.state().state()).isEqualTo(MessageState.IN_HAND);
        assertThat(approved.events()).hasOnlyElementsOfType(MessageInHand.class).hasSize(1);
    }

    @Test
    void whatMayNotBeSentIsWithheldAndNotApprovedAfterThat() {
        var message = Message.promised(promise(new SendingRule(List.of(Channel.EMAIL), false, true, false)));

        var withheld = message.withhold(NOW, "withdrawn").orRefuse();

        assertThat(withheld.state().state()).isEqualTo(MessageState.WITHHELD);
        assertThat(withheld.state().problem()).contains("withdrawn");
        assertThat(withheld.events())
                .hasOnlyElementsOfType(MessageWithheld.class)
                .hasSize(1);
        var after = withheld.state();
        assertThatThrownBy(() -> after.approve(NOW).orRefuse()).isInstanceOf(RefusedException.class);
        assertThat(after.withhold(NOW, "closed").orRefuse().events()).isEmpty();
    }

    @Test
    void whatWasTakenWhileItWasWithheldWasSent() {
        var attempted = promised(Channel.EMAIL).attempt(NOW, OwnText.NONE);

        var message = attempted
                .withhold(NOW, "withdrawn")
                .orRefuse()
                .state()
                .accepted(NOW, Channel.EMAIL, "<1>")
                .orRefuse()
                .state();

        assertThat(message.state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void whatIsSentIsNotSupersededAnyMore() {
        var sent = sent(promised(Channel.EMAIL));

        assertThat(sent.supersede(NOW).orRefuse().state()).isEqualTo(sent);
        assertThat(promised(Channel.EMAIL).supersede(NOW).orRefuse().state().state())
                .isEqualTo(MessageState.SUPERSEDED);
    }

    @Test
    void aPersonClosesWhatIsInHandWithWhatWasDone() {
        var inHand = promised(Channel.PHONE);
        assertThat(inHand.state()).isEqualTo(MessageState.IN_HAND);

        var done = inHand.doneByHand(NOW, Result.REACHED).orRefuse();

        assertThat(done.state().state()).isEqualTo(MessageState.DONE_BY_HAND);
        assertThat(done.events()).hasOnlyElementsOfType(MessageDoneByHand.class).hasSize(1);
        var after = done.state();
        assertThat(after.doneByHand(NOW, Result.REACHED).orRefuse().events()).isEmpty();
        assertThatThrownBy(() -> after.doneByHand(NOW, Result.NOT_NEEDED).orRefuse())
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void whatTheSystemSendsIsNotDoneByHand() {
        var waiting = promised(Channel.EMAIL);
        var sent = sent(promised(Channel.EMAIL));

        assertThatThrownBy(() -> waiting.doneByHand(NOW, Result.REACHED).orRefuse())
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> sent.doneByHand(NOW, Result.REACHED).orRefuse())
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "11, 2048", "12, 3600", "59, 3600"})
    void thePauseDoublesUpToAnHour(int attempts, long seconds) {
        var message = promised(Channel.EMAIL);
        for (int attempt = 0; attempt < attempts; attempt++) {
            message = failed(message, Channel.EMAIL);
        }

        assertThat(message.pause()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void itIsKeptWhichTextOfTheMunicipalityWent() {
        var text = new OwnText(3, "Onderwerp\n\nTekst", null);

        var attempted = promised(Channel.EMAIL).attempt(NOW, text);

        assertThat(attempted.facts().getLast().code()).isEqualTo("text-v3");
        assertThat(attempted.problem()).isEmpty();
    }

    private static Message both(Message message, Fact first, Fact second) {
        return message.receipt(first, NOW)
                .orRefuse()
                .state()
                .receipt(second, NOW)
                .orRefuse()
                .state();
    }

    private static Fact receipt(Kind kind, long secondsLater) {
        return new Fact(NOW.plusSeconds(secondsLater), kind, Channel.EMAIL, null, "<1>");
    }

    private static Message sent(Message message) {
        return message.attempt(NOW, OwnText.NONE)
                .accepted(NOW, Channel.EMAIL, "<1>")
                .orRefuse()
                .state();
    }

    @Test
    void whatGotNoAnswerIsARepeatHoweverItWasKept() {
        var died = promised(Channel.TEXT).attempt(NOW, OwnText.NONE);
        var silent =
                died.failed(NOW, Channel.TEXT, Message.NO_ANSWER).orRefuse().state();

        assertThat(died.isRepeat()).isTrue();
        assertThat(silent.isRepeat()).isTrue();
        assertThat(failed(silent, Channel.TEXT).isRepeat()).isTrue();
        assertThat(failed(promised(Channel.TEXT), Channel.TEXT).isRepeat()).isFalse();
        assertThat(promised(Channel.TEXT).isRepeat()).isFalse();
    }

    @Test
    void whatArrivedWithoutAnAnswerOfTheChannelWasSentToo() {
        var silent = promised(Channel.TEXT)
                .attempt(NOW, OwnText.NONE)
                .failed(NOW, Channel.TEXT, Message.NO_ANSWER)
                .orRefuse()
                .state();

        var told = silent.receipt(new Fact(NOW, Fact.Kind.DELIVERED, Channel.TEXT, "delivered", "1"), NOW)
                .orRefuse();

        assertThat(told.state().state()).isEqualTo(MessageState.DELIVERED);
        assertThat(told.state().sentAt()).contains(NOW);
        assertThat(told.events()).hasOnlyElementsOfType(MessageSent.class).hasSize(1);
        assertThat(told.state()
                        .receipt(new Fact(NOW, Fact.Kind.DELIVERED, Channel.TEXT, "delivered", "1"), NOW)
                        .orRefuse()
                        .events())
                .isEmpty();
    }

    @Test
    void whatWasOvertakenAndComesBackIsNotTriedAgain() {
        var sent = promised(Channel.EMAIL, Channel.PHONE)
                .attempt(NOW, OwnText.NONE)
                .accepted(NOW, Channel.EMAIL, "<1>")
                .orRefuse()
                .state();
        var overtaken = sent.overtake(NOW).orRefuse().state();
        assertThat(overtaken.state()).isEqualTo(MessageState.SENT);

        var back = overtaken
                .receipt(new Fact(NOW, Fact.Kind.BOUNCED, Channel.EMAIL, "5.1.1", "1"), NOW)
                .orRefuse();

        assertThat(back.state().state()).isEqualTo(MessageState.SUPERSEDED);
        assertThat(back.events()).isEmpty();
    }

    @Test
    void aReminderWaitsForItsTimeAndIsThenSentOrDoneByHand() {
        for (var channel : List.of(Channel.EMAIL, Channel.PHONE)) {
            var planned = Message.promised(
                    promise(new SendingRule(List.of(channel), false, false, false), NOW.plusSeconds(60)));
            assertThat(planned.state()).isEqualTo(MessageState.PLANNED);
            assertThat(planned.due(NOW).state())
                    .isEqualTo(channel == Channel.EMAIL ? MessageState.WAITING : MessageState.IN_HAND);
            assertThat(planned.withhold(NOW, "declined").orRefuse().state().state())
                    .isEqualTo(MessageState.WITHHELD);
        }
    }

    @Test
    void whatGoesInASummaryEndsThereAndNamesIt() {
        var summary = UUID.randomUUID();
        var gathered = promised(Channel.EMAIL).gather(NOW, summary).orRefuse().state();

        assertThat(gathered.state()).isEqualTo(MessageState.SUPERSEDED);
        assertThat(gathered.facts().getLast().reference()).isEqualTo(summary.toString());
        assertThat(gathered.gather(NOW, UUID.randomUUID()).orRefuse().state()).isEqualTo(gathered);
    }

    @Test
    void theSameResultAfterALateReceiptChangesNothing() {
        var done = Message.promised(promise(new SendingRule(List.of(Channel.EMAIL, Channel.PRINT), false, true, false)))
                .doneByHand(NOW, Result.NOT_NEEDED)
                .orRefuse()
                .state()
                .receipt(new Fact(NOW, Fact.Kind.BOUNCED, Channel.EMAIL, "5.1.1", "1"), NOW)
                .orRefuse()
                .state();

        assertThat(done.doneByHand(NOW, Result.NOT_NEEDED).orRefuse().state()).isEqualTo(done);
        assertThatThrownBy(() -> done.doneByHand(NOW, Result.POSTED).orRefuse()).isInstanceOf(RefusedException.class);
    }

    private static Message failed(Message message, Channel channel) {
        return message.attempt(NOW, OwnText.NONE)
                .failed(NOW, channel, "channel-unavailable")
                .orRefuse()
                .state();
    }

    private static Message promised(Channel... channels) {
        return Message.promised(promise(new SendingRule(List.of(channels), false, false, false)));
    }

    private static Promise promise(SendingRule rule) {
        return promise(rule, null);
    }

    private static Promise promise(SendingRule rule, Instant notBefore) {
        return new Promise(
                UUID.randomUUID(),
                new Municipality("9901"),
                UUID.randomUUID(),
                Template.NEW_CASE,
                UUID.randomUUID(),
                Map.of(),
                rule,
                NOW,
                notBefore);
    }
}
