package nl.aftercare.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has to do something with a message hears what, and hears it while it is so. */
class WaitingWorkTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID ROBBERY = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({"PRINT, POST", "PHONE, CALL"})
    void whatAPersonDoesIsToldByItsChannel(Channel channel, WaitingWork.Kind kind) {
        var message = message(Template.NEIGHBOUR_NOTICE, channel, false);

        assertThat(WaitingWork.of(message)).hasValueSatisfying(work -> {
            assertThat(work.kind()).isEqualTo(kind);
            assertThat(work.details())
                    .containsOnly(
                            Map.entry("messageId", message.promise().messageId().toString()),
                            Map.entry("robberyId", ROBBERY.toString()),
                            Map.entry("about", "neighbour-notice"),
                            Map.entry("work", kind.name()));
        });
    }

    @Test
    void whatWaitsForApprovalIsToApproveWhateverItsChannel() {
        assertThat(WaitingWork.of(message(Template.VICTIM_HELP, Channel.PRINT, true)))
                .hasValueSatisfying(work -> assertThat(work.kind()).isEqualTo(WaitingWork.Kind.APPROVE));
    }

    @Test
    void whatNoChannelTakesIsToLookAt() {
        var refused = message(Template.MEETING_ASKED, Channel.EMAIL, false)
                .attempt(NOW, OwnText.NONE)
                .refused(NOW, Channel.EMAIL, "smtp-550")
                .orRefuse()
                .state();

        assertThat(WaitingWork.of(refused))
                .hasValueSatisfying(work -> assertThat(work.kind()).isEqualTo(WaitingWork.Kind.LOOK));
    }

    @Test
    void whatIsSentByItselfIsNobodysWork() {
        assertThat(WaitingWork.of(message(Template.MEETING_ASKED, Channel.EMAIL, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW_CASE", "DIGEST", "WINDOW_BREACHED_ESCALATED"})
    void ofAMessageToWhoWouldDoItNobodyIsToldElseItWentOnForEver(Template template) {
        assertThat(WaitingWork.of(message(template, Channel.PHONE, false))).isEmpty();
    }

    @Test
    void workIsOpenUntilItIsDoneAndIsFoundByWhatWasTold() {
        var waiting = message(Template.NEIGHBOUR_NOTICE, Channel.PRINT, false);
        var told = promise(
                Template.WORK_WAITING,
                Channel.EMAIL,
                false,
                WaitingWork.of(waiting).orElseThrow().details());

        assertThat(WaitingWork.messageOf(told)).isEqualTo(waiting.promise().messageId());
        assertThat(WaitingWork.isOpen(waiting)).isTrue();
        assertThat(WaitingWork.isOpen(waiting.doneByHand(NOW, Message.Result.POSTED)
                        .orRefuse()
                        .state()))
                .isFalse();
    }

    private static Message message(Template template, Channel channel, boolean needsApproval) {
        return Message.promised(promise(template, channel, needsApproval, Map.of()));
    }

    private static Promise promise(
            Template template, Channel channel, boolean needsApproval, Map<String, String> details) {
        return new Promise(
                UUID.randomUUID(),
                new Municipality("9901"),
                ROBBERY,
                template,
                UUID.randomUUID(),
                details,
                new SendingRule(List.of(channel), false, needsApproval, false),
                NOW,
                null);
    }
}
