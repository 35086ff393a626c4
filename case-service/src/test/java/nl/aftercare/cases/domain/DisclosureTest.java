package nl.aftercare.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.cases.domain.Disclosure.Category;
import nl.aftercare.cases.domain.Disclosure.LegalGround;
import nl.aftercare.cases.domain.Disclosure.Recipient;
import nl.aftercare.cases.domain.FirstVisit.NotPlanned;
import nl.aftercare.cases.domain.Playbook.Outcome;
import nl.aftercare.cases.domain.Track.Closed;
import nl.aftercare.cases.domain.Track.Erased;
import nl.aftercare.cases.domain.Track.Limit;
import nl.aftercare.cases.domain.Track.LimitedToFirstLine;
import nl.aftercare.cases.domain.Track.Screening;
import nl.aftercare.cases.domain.Track.Withheld;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** L3, L13: where permission or ground is missing, nothing is passed on. */
class DisclosureTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    @ParameterizedTest
    @EnumSource(Recipient.class)
    void withoutPermissionNobodyGetsWhatOnlyAPermissionAllows(Recipient recipient) {
        refused(give(recipient, contactOrAddress(recipient), LegalGround.VICTIM_PERMISSION, Set.of()), "no-permission");
    }

    @ParameterizedTest
    @EnumSource(Recipient.class)
    void aPermissionForOneIsNoneForAnother(Recipient recipient) {
        var others = Set.copyOf(EnumSet.complementOf(EnumSet.of(recipient)));

        refused(give(recipient, contactOrAddress(recipient), LegalGround.VICTIM_PERMISSION, others), "no-permission");
        assertThat(give(recipient, contactOrAddress(recipient), LegalGround.VICTIM_PERMISSION, Set.of(recipient)))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "VICTIM_SUPPORT, CONTACT_DATA, false",
        "RESTORATIVE_MEDIATION, CONTACT_DATA, false",
        "HOME_SECURITY_ADVISER, ADDRESS, false",
        "HOUSING_CORPORATION, ADDRESS, true",
        "PUBLIC_PROSECUTION, WISH_TO_SPEAK, true"
    })
    void thePublicTaskIsAGroundForSomeOnly(Recipient recipient, Category category, boolean allowed) {
        var decision = give(recipient, category, LegalGround.GDPR_6_1_E, Set.of());

        assertThat(decision instanceof Accepted).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "VICTIM_SUPPORT, ADDRESS",
        "VICTIM_SUPPORT, WANTED_MEASURES",
        "RESTORATIVE_MEDIATION, WISH_TO_SPEAK",
        "HOUSING_CORPORATION, CONTACT_DATA",
        "HOUSING_CORPORATION, WISH_TO_SPEAK",
        "PUBLIC_PROSECUTION, ADDRESS"
    })
    void nobodyGetsMoreThanTheyNeed(Recipient recipient, Category category) {
        refused(give(recipient, category, LegalGround.VICTIM_PERMISSION, Set.of(recipient)), "too-much");
    }

    @Test
    void aShieldedAddressIsNotPassedOn() {
        var decision = Disclosure.give(
                asked(Recipient.HOUSING_CORPORATION, Category.ADDRESS, LegalGround.GDPR_6_1_E),
                aCase(new Screening()),
                victim(true),
                Set.of());

        refused(decision, "address-shielded");
    }

    @Test
    void afterAWithdrawalOrTheEndNothingIsPassedOn() {
        refused(on(new LimitedToFirstLine(null, Limit.WITHDRAWN_BY_VICTIM, new NotPlanned())), "withdrawn");
        refused(
                on(new Withheld(new AftercareDecision(AftercareDecision.Result.WITHHELD, "somebody", TODAY))),
                "withheld");
        refused(on(new Closed(new Screening(), Outcome.NOT_A_ROBBERY, TODAY, null)), "case-closed");
        refused(on(new Erased(Outcome.COMPLETED, TODAY)), "case-closed");
        assertThat(on(new LimitedToFirstLine(null, Limit.DECLINED_BY_VICTIM, new NotPlanned())))
                .isInstanceOf(Accepted.class);
    }

    private static Decision<Disclosure, CaseEvent> on(Track track) {
        return Disclosure.give(
                asked(Recipient.VICTIM_SUPPORT, Category.CONTACT_DATA, LegalGround.VICTIM_PERMISSION),
                aCase(track),
                victim(false),
                Set.of(Recipient.VICTIM_SUPPORT));
    }

    private static Category contactOrAddress(Recipient recipient) {
        return recipient == Recipient.HOUSING_CORPORATION ? Category.ADDRESS : Category.CONTACT_DATA;
    }

    private static Decision<Disclosure, CaseEvent> give(
            Recipient recipient, Category category, LegalGround ground, Set<Recipient> permitted) {
        return Disclosure.give(asked(recipient, category, ground), aCase(new Screening()), victim(false), permitted);
    }

    private static Disclosure asked(Recipient recipient, Category category, LegalGround ground) {
        return new Disclosure(
                UUID.randomUUID(),
                new CaseId(UUID.randomUUID()),
                recipient,
                Set.of(category),
                ground,
                "somebody",
                Instant.parse("2026-03-12T12:00:00Z"));
    }

    private static AftercareCase aCase(Track track) {
        return Robberies.aCase(
                Robberies.aRobbery(RobberyKind.RESIDENTIAL, "2026-03-02T20:00:00Z"), Map.of(), track, null, null);
    }

    private static Victim victim(boolean shielded) {
        return new Victim("1", VictimType.DIRECT, null, null, null, null, shielded);
    }

    private static void refused(Decision<Disclosure, CaseEvent> decision, String code) {
        assertThat(((Refused<Disclosure, CaseEvent>) decision).refusal().code()).isEqualTo(code);
    }
}
