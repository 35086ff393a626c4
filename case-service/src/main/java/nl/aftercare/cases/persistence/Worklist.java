package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.NextAction;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.DatedPageRequest;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** Who does what next in which case. All within the municipalities of the transaction. */
@ApplicationScoped
public class Worklist {
    private final Transactions transactions;
    private final Cases cases;
    private final Playbooks playbooks;
    private final Reorganisations reorganisations;

    Worklist(Transactions transactions, Cases cases, Playbooks playbooks, Reorganisations reorganisations) {
        this.reorganisations = reorganisations;
        this.playbooks = playbooks;
        this.transactions = transactions;
        this.cases = cases;
    }

    /** @param owner subject of the person who has the case; null when nobody has it yet */
    public record Item(
            UUID caseId,
            UUID robberyId,
            String municipality,
            @Nullable String owner,
            NextAction next) {}

    /**
     * One handover of a case.
     *
     * @param from null when nobody had it
     * @param by subject of the person who gave it
     */
    public record Handover(@Nullable String from, String to, String by, Instant at) {}

    /**
     * Who has a case, and who had it before.
     *
     * @param owner null when nobody has it yet
     * @param handovers the first one first
     */
    public record Ownership(@Nullable String owner, List<Handover> handovers) {
        public Ownership {
            handovers = List.copyOf(handovers);
        }

        /** How many people have had the case: fewer different faces is a gain for the victim (domain.md section 4). */
        public int faces() {
            return (int)
                    Stream.concat(Stream.ofNullable(owner), handovers.stream().flatMap(one -> Stream.of(
                                            Optional.ofNullable(one.from()), Optional.of(one.to()))
                                    .flatMap(Optional::stream)))
                            .distinct()
                            .count();
        }
    }

    /** Whose work is asked for. */
    public sealed interface Whose {
        record Everybodys() implements Whose {}

        record Nobodys() implements Whose {}

        record Of(String person) implements Whose {}
    }

    /**
     * What is to be done, the most pressing first.
     *
     * @param kind null for every kind
     * @param dueFrom first day, null for no limit
     * @param dueUntil last day, null for no limit
     */
    public Uni<Page<Item>> list(
            Whose whose,
            NextAction.@Nullable Kind kind,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueUntil,
            DatedPageRequest page) {
        var filter = Filter.none()
                .within("municipality", transactions.tenancy())
                .where("nextAction is not null")
                .and("nextAction", kind);
        switch (whose) {
            case Whose.Everybodys everybodys -> {}
            case Whose.Nobodys nobodys -> filter.where("owner is null");
            case Whose.Of(var person) -> filter.and("owner", person);
        }
        if (dueFrom != null) {
            filter.where("dueOn >= :dueFrom", "dueFrom", dueFrom);
        }
        if (dueUntil != null) {
            filter.where("dueOn <= :dueUntil", "dueUntil", dueUntil);
        }
        return page.fetch(transactions.session(), CaseRow.class, "dueOn", filter, row -> row.dueOn, row -> row.id)
                .map(rows -> rows.map(Worklist::item));
    }

    /**
     * Gives a case to somebody, with a line in its log of handovers; to who has it already, it changes nothing.
     *
     * @throws ProblemException 404 when there is none within the municipalities of the transaction
     */
    public Uni<Void> handOver(UUID caseId, String to, String by, Instant at) {
        return cases.holdRobberyOf(caseId)
                .chain(() -> transactions.session().find(CaseRow.class, caseId))
                .flatMap(row -> to.equals(row.owner) ? Uni.createFrom().voidItem() : handOver(row, to, by, at));
    }

    /** Sets the clocks of all open cases of a municipality anew, after it changed its playbook. */
    public Uni<Void> reschedule(Municipality municipality) {
        return holdOpenRobberies(municipality)
                .chain(() -> playbooks.clocks(municipality))
                .flatMap(clocks -> transactions
                        .session()
                        .createQuery(
                                "select c, r from CaseRow c join RobberyRow r on r.id = c.robberyId"
                                        + " where c.municipality in (:family) and c.nextAction is not null",
                                Object[].class)
                        .setParameter("family", family(municipality))
                        .getResultList()
                        .invoke(pairs -> pairs.forEach(pair -> {
                            var row = (CaseRow) pair[0];
                            row.take(row.toDomain(((RobberyRow) pair[1]).toDomain()), clocks);
                        })))
                .replaceWithVoid();
    }

    /** What is done to a case waits for this, as for every other change of it. */
    private Uni<Void> holdOpenRobberies(Municipality municipality) {
        return transactions
                .session()
                .createQuery(
                        "from RobberyRow where id in (select robberyId from CaseRow"
                                + " where municipality in (:family) and nextAction is not null) order by id",
                        RobberyRow.class)
                .setParameter("family", family(municipality))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .replaceWithVoid();
    }

    private List<String> family(Municipality municipality) {
        return reorganisations.family(municipality).stream()
                .map(Municipality::code)
                .toList();
    }

    /** @throws ProblemException 404 when there is none within the municipalities of the transaction */
    public Uni<Ownership> ownership(UUID caseId) {
        return transactions
                .session()
                .find(CaseRow.class, caseId)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(row -> handovers(caseId).map(handovers -> new Ownership(row.owner, handovers)));
    }

    /** Also of the cases that go on in this one: the victim saw those faces too. */
    private Uni<List<Handover>> handovers(UUID caseId) {
        return transactions
                .session()
                .createQuery(
                        "from HandoverRow where caseId = :case"
                                + " or caseId in (select id from CaseRow where goesOnAs = :case) order by at, id",
                        HandoverRow.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Handover(row.fromPerson, row.toPerson, row.byPerson, row.at))
                        .toList());
    }

    private Uni<Void> handOver(CaseRow row, String to, String by, Instant at) {
        var handover = new HandoverRow();
        handover.id = Ids.next(at);
        handover.municipality = row.municipality;
        handover.caseId = row.id;
        handover.fromPerson = row.owner;
        handover.toPerson = to;
        handover.byPerson = by;
        handover.at = at;
        row.owner = to;
        return transactions.session().persist(handover);
    }

    private static Item item(CaseRow row) {
        return new Item(row.id, row.robberyId, row.municipality, row.owner, new NextAction(row.nextAction, row.dueOn));
    }
}
