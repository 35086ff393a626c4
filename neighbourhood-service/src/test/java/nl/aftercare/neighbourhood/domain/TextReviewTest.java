package nl.aftercare.neighbourhood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nl.aftercare.neighbourhood.domain.ActionStep.Reason;
import nl.aftercare.neighbourhood.domain.Audience.Scope;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan.Opened;
import nl.aftercare.neighbourhood.domain.PlanEvent.TextApproved;
import nl.aftercare.neighbourhood.domain.TextReview.Approval;
import nl.aftercare.neighbourhood.domain.TextReview.Outcome;
import nl.aftercare.neighbourhood.domain.TextReview.Reading;
import nl.aftercare.neighbourhood.domain.TextReview.State;
import nl.aftercare.platform.kernel.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Before a text goes to neighbours the police read it, and then a second person approves it (domain.md L12). */
class TextReviewTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-12");
    private static final String TEXT = "Beste buren";
    private static final String AUTHOR = "author";
    private static final String COLLEAGUE = "colleague";

    @Test
    void aTextIsADraftThenReadThenApproved() {
        assertThat(TextReview.none(TEXT).state()).isEqualTo(State.DRAFT);
        assertThat(read(Outcome.AGREED).state()).isEqualTo(State.READ);
        assertThat(read(Outcome.OBJECTED).state()).isEqualTo(State.OBJECTED);
        assertThat(approved().state()).isEqualTo(State.APPROVED);
    }

    @Test
    void aColleagueApprovesWhatThePoliceAgreedTo() {
        var decision = approve(read(Outcome.AGREED), addressed(), COLLEAGUE).orRefuse();

        assertThat(decision.state())
                .isEqualTo(new TextReview(
                        TEXT, new Reading(Outcome.AGREED, TODAY, AUTHOR), new Approval(TODAY, COLLEAGUE)));
        assertThat(decision.events())
                .containsExactly(new TextApproved(addressed().outline(), NeighbourText.NOTICE, 40));
    }

    @Test
    void whatThePoliceDidNotReadIsNotApproved() {
        assertThat(Sample.refusal(approve(TextReview.none(TEXT), addressed(), COLLEAGUE)))
                .isEqualTo("not-read-by-police");
    }

    @Test
    void whatThePoliceObjectToIsNotApproved() {
        assertThat(Sample.refusal(approve(read(Outcome.OBJECTED), addressed(), COLLEAGUE)))
                .isEqualTo("police-objects");
    }

    @Test
    void whoLaidATextBeforeThePoliceDoesNotApproveIt() {
        assertThat(Sample.refusal(approve(read(Outcome.AGREED), addressed(), AUTHOR)))
                .isEqualTo("same-person");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"MERGED", "NOT_A_ROBBERY"})
    void ofAPlanThatIsOverNoTextIsApproved(Reason reason) {
        assertThat(Sample.refusal(approve(read(Outcome.AGREED), addressed().close(reason, TODAY), COLLEAGUE)))
                .isEqualTo("plan-is-over");
    }

    @Test
    void neighboursAreToldEvenWhereNoMeetingIsNeeded() {
        var plan = addressed().close(Reason.NO_PARTNER, TODAY);

        assertThat(approve(read(Outcome.AGREED), plan, COLLEAGUE)
                        .orRefuse()
                        .state()
                        .state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void aTextForNobodyIsNotApproved() {
        assertThat(Sample.refusal(approve(read(Outcome.AGREED), plan(), COLLEAGUE)))
                .isEqualTo("audience-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {AUTHOR, COLLEAGUE})
    void whatIsApprovedIsNotApprovedAgain(String by) {
        assertThat(approve(approved(), addressed(), by)).isEqualTo(Decision.unchanged(approved()));
    }

    @Test
    void whatThePoliceWillReadTomorrowIsNotReadYet() {
        var tomorrow = new Reading(Outcome.AGREED, TODAY.plusDays(1), AUTHOR);

        assertThat(Sample.refusal(TextReview.none(TEXT).read(tomorrow, TODAY))).isEqualTo("in-the-future");
    }

    @ParameterizedTest
    @CsvSource({
        "AGREED, 2026-03-12, APPROVED",
        "AGREED, 2026-03-11, APPROVED",
        "OBJECTED, 2026-03-12, OBJECTED",
        "OBJECTED, 2026-03-11, OBJECTED"
    })
    void anObjectionTakesTheApprovalBackAndAnotherDayDoesNot(Outcome outcome, LocalDate on, State state) {
        var again = approved().read(new Reading(outcome, on, COLLEAGUE), TODAY).orRefuse();

        assertThat(again.state().state()).isEqualTo(state);
        assertThat(again.events()).isEmpty();
    }

    @Test
    void whoWritesTheSameReadingDownAgainDidNotLayItBeforeThePolice() {
        var again = read(Outcome.AGREED).read(new Reading(Outcome.AGREED, TODAY, COLLEAGUE), TODAY);

        assertThat(again).isEqualTo(Decision.unchanged(read(Outcome.AGREED)));
    }

    @Test
    void anotherTextWasReadByNobody() {
        assertThat(approved().of(TEXT)).isEqualTo(approved());
        assertThat(approved().of(TEXT + ".")).isEqualTo(new TextReview(TEXT + ".", null, null));
    }

    @Test
    void aTextIsNamedInPathsInSmallLetters() {
        assertThat(NeighbourText.INVITATION.code()).isEqualTo("invitation");
    }

    private static TextReview approved() {
        return approve(read(Outcome.AGREED), addressed(), COLLEAGUE).orRefuse().state();
    }

    private static TextReview read(Outcome outcome) {
        return TextReview.none(TEXT)
                .read(new Reading(outcome, TODAY, AUTHOR), TODAY)
                .orRefuse()
                .state();
    }

    private static Decision<TextReview, PlanEvent> approve(TextReview review, NeighbourhoodPlan plan, String by) {
        return review.approve(plan, NeighbourText.NOTICE, by, TODAY);
    }

    private static NeighbourhoodPlan addressed() {
        return plan().address(new Audience(Scope.STREET, new Area("BU99010102", 2026, "Dorpsstraat"), 40, 0, 0))
                .orRefuse()
                .state();
    }

    private static NeighbourhoodPlan plan() {
        return new Opened(
                Sample.outline(
                        RobberyKind.RESIDENTIAL, TODAY.minusDays(10), Unrest.LOW, SurroundingsTenure.OWNER_OCCUPIED),
                Map.of(),
                0);
    }
}
