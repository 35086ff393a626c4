package nl.aftercare.offers.rulesets;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.aftercare.offers.domain.RuleSet.Draft;
import nl.aftercare.offers.persistence.Renewals;
import nl.aftercare.offers.persistence.RuleSets;
import nl.aftercare.offers.persistence.RuleSets.Stored;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.offers.rulesets.Areas.Area;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;

/** Prepares and publishes the tables of an area. */
@RequestScoped
class ManageRuleSet {
    private static final UUID NO_OBJECT = new UUID(0, 0);
    private final RuleSets ruleSets;
    private final Rules rules;
    private final Renewals renewals;
    private final Areas areas;
    private final Caller caller;
    private final Transactions transactions;
    private final Logbook logbook;
    private final Time time;

    ManageRuleSet(
            RuleSets ruleSets,
            Rules rules,
            Renewals renewals,
            Areas areas,
            Caller caller,
            Transactions transactions,
            Logbook logbook,
            Time time) {
        this.ruleSets = ruleSets;
        this.rules = rules;
        this.renewals = renewals;
        this.areas = areas;
        this.caller = caller;
        this.transactions = transactions;
        this.logbook = logbook;
        this.time = time;
    }

    Uni<Stored> read(String code) {
        var area = areas.toRead(code);
        return transactions.in(area.tenancy(), () -> ruleSets.read(area.code()));
    }

    /** The file of the version that holds for a robbery and an application of today. */
    Uni<String> fileOfToday(String code) {
        var area = areas.toRead(code);
        return transactions.in(area.tenancy(), () -> ruleSets.read(area.code())
                .map(stored ->
                        stored.ruleSet().holdingFor(time.today(), time.today()).orElseThrow(ProblemException::notFound))
                .flatMap(version -> ruleSets.dmn(version.name())));
    }

    Uni<String> file(String code, int number) {
        var area = areas.toRead(code);
        return transactions.in(area.tenancy(), () -> ruleSets.dmn(area.code() + "-" + number));
    }

    Uni<String> fileOfDraft(String code) {
        return read(code).map(stored -> Optional.ofNullable(stored.ruleSet().draft())
                .map(Draft::dmn)
                .orElseThrow(ProblemException::notFound));
    }

    /** @throws InvalidInputException naming every row and column that is wrong; then nothing changes */
    Uni<Stored> prepare(String code, DraftEntry entry, int version) {
        var area = areas.toChange(code);
        var draft = new Draft(entry.dmn(), entry.validity(), caller.subject(), time.now());
        return rules.check(entry.dmn())
                .invoke(entry::accept)
                .chain(() -> transactions.in(area.tenancy(), () -> ruleSets.prepare(area.code(), draft, version)
                        .call(() -> log(area, "prepare-rule-set"))));
    }

    Uni<Stored> discard(String code, int version) {
        var area = areas.toChange(code);
        return transactions.in(area.tenancy(), () -> ruleSets.prepare(area.code(), null, version)
                .call(() -> log(area, "discard-rule-set")));
    }

    /** Looked at again: since it was prepared, there may be a newer version of the national tables. */
    Uni<Stored> publish(String code, int version) {
        var area = areas.toChange(code);
        var by = caller.subject();
        return read(code)
                .invoke(stored -> stored.ruleSet().publish(by, time.now()).orRefuse())
                .flatMap(stored -> rules.check(fileOf(stored)))
                .invoke(DraftEntry::refuseFindings)
                .chain(() -> transactions.in(area.tenancy(), () -> ruleSets.read(area.code())
                        .flatMap(stored -> ruleSets.publish(
                                stored.ruleSet().publish(by, time.now()).orRefuse(), fileOf(stored), version))
                        .call(() -> renewals.askFor(area.municipalities()))
                        .call(() -> log(area, "publish-rule-set"))));
    }

    private static String fileOf(Stored stored) {
        return Optional.ofNullable(stored.ruleSet().draft()).orElseThrow().dmn();
    }

    private Uni<Void> log(Area area, String action) {
        return Multi.createFrom()
                .iterable(area.municipalities())
                .onItem()
                .transformToUniAndConcatenate(one -> logbook.record(one, action, NO_OBJECT, List.of()))
                .onItem()
                .ignoreAsUni();
    }
}
