package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NeighbourLetterTest {

    @ParameterizedTest
    @CsvSource({
        "NOTICE, RESIDENTIAL, NOTICE_TO_RESIDENTS",
        "NOTICE, COMMERCIAL, NOTICE_TO_ENTREPRENEURS",
        "INVITATION, RESIDENTIAL, INVITATION_TO_RESIDENTS",
        "INVITATION, COMMERCIAL, INVITATION_TO_ENTREPRENEURS"
    })
    void residentsAndEntrepreneursEachGetTheirOwn(NeighbourText text, RobberyKind kind, NeighbourLetter letter) {
        assertThat(NeighbourLetter.of(text, kind)).isEqualTo(letter);
    }

    @ParameterizedTest
    @EnumSource(RobberyKind.class)
    void anInvitationSaysWhenAndWhereTheMeetingIs(RobberyKind kind) {
        var invitation = NeighbourLetter.of(NeighbourText.INVITATION, kind);

        assertThat(invitation.neededPlaceholders()).containsExactlyInAnyOrder("bijeenkomst", "zaal");
        assertThat(invitation.allowedPlaceholders())
                .containsExactlyInAnyOrder("dag", "plaats", "regelingen", "contact", "afzender", "bijeenkomst", "zaal");
    }

    @ParameterizedTest
    @EnumSource(RobberyKind.class)
    void aNoticeSpeaksOfNoMeetingAndNoVictim(RobberyKind kind) {
        var notice = NeighbourLetter.of(NeighbourText.NOTICE, kind);

        assertThat(notice.neededPlaceholders()).isEmpty();
        assertThat(notice.allowedPlaceholders())
                .containsExactlyInAnyOrder("dag", "plaats", "regelingen", "contact", "afzender");
    }
}
