package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.PlanEvent;
import nl.aftercare.neighbourhood.domain.PlanEvent.VictimForgotten;
import nl.aftercare.neighbourhood.messaging.PlanEventWriter;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.Period;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** The stored plans. All within the municipalities of the transaction. */
@ApplicationScoped
public class Plans {
    private final Transactions transactions;
    private final Outbox outbox;
    private final PlanEventWriter writer;

    Plans(Transactions transactions, Outbox outbox, PlanEventWriter writer) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** A plan with the version of what was read. */
    public record Stored(NeighbourhoodPlan plan, int version) {}

    /** Loads a plan to change it, and holds it until the end of the transaction. */
    public Uni<Stored> toChange(UUID id) {
        return row(id, LockModeType.PESSIMISTIC_WRITE).map(Plans::stored);
    }

    /** Dates were proposed for these plans: their version rises, so that nobody decides by what was seen before. */
    public Uni<Void> countProposal(List<UUID> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> row(id, LockModeType.NONE).invoke(row -> row.proposals++))
                .onItem()
                .ignoreAsUni();
    }

    /** Holds plans until the end of the transaction, in the order given: everybody takes them by their ids, and before their meeting. */
    public Uni<Void> hold(List<UUID> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(this::toChange)
                .onItem()
                .ignoreAsUni();
    }

    /**
     * As {@link #toChange}, by its robbery.
     *
     * @return null when there is none
     */
    public Uni<@Nullable NeighbourhoodPlan> ofRobberyToChange(UUID robberyId) {
        return transactions
                .session()
                .createQuery("from PlanRow where robberyId = :robbery", PlanRow.class)
                .setParameter("robbery", robberyId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : row.toDomain());
    }

    public Uni<Stored> read(UUID id) {
        return row(id, LockModeType.NONE).map(Plans::stored);
    }

    /** Stores a new plan. */
    public Uni<Void> add(Accepted<NeighbourhoodPlan, PlanEvent> accepted) {
        return transactions
                .session()
                .persist(PlanRow.of(accepted.state()))
                .chain(() -> outbox.append(writer.write(accepted.events())));
    }

    /** Tells that nothing of a victim is held here: a plan speaks of the neighbourhood. */
    public Uni<Void> forget(Municipality municipality, UUID robberyId, UUID caseId, LocalDate today) {
        return outbox.append(writer.write(List.of(new VictimForgotten(municipality, robberyId, caseId, today))));
    }

    /**
     * Stores what a person decided; a repeat of what is so already needs no newer version.
     *
     * @param version that the person has seen
     * @throws ProblemException 412 when somebody changed the plan meanwhile
     */
    public Uni<Stored> save(Decision<NeighbourhoodPlan, PlanEvent> decision, Stored before, int version) {
        var accepted = decision.orRefuse();
        if (!accepted.state().equals(before.plan()) && version != before.version()) {
            throw ProblemException.staleVersion();
        }
        return save(accepted);
    }

    public Uni<Stored> save(Accepted<NeighbourhoodPlan, PlanEvent> accepted) {
        return row(accepted.state().outline().id(), LockModeType.NONE)
                .invoke(row -> row.take(accepted.state()))
                .call(() -> outbox.append(writer.write(accepted.events())))
                .map(Plans::stored);
    }

    /** @param robberyId null for the plans of all robberies */
    public Uni<Page<Stored>> list(@Nullable UUID robberyId, PageRequest page) {
        var filter = Filter.none().and("robberyId", robberyId);
        return page.fetch(transactions.session(), PlanRow.class, filter, row -> row.id)
                .map(rows -> rows.map(Plans::stored));
    }

    /** Of the municipalities of the transaction, in the order of the robberies. */
    public Uni<List<NeighbourhoodPlan>> ofRobberiesIn(Period period) {
        return transactions
                .session()
                .createQuery(
                        "from PlanRow where robbedOn between :from and :until order by robbedOn, id", PlanRow.class)
                .setParameter("from", period.from())
                .setParameter("until", period.until())
                .getResultList()
                .map(rows -> rows.stream().map(PlanRow::toDomain).toList());
    }

    /** Of robberies since a day, in the order in which they were reported. */
    public Uni<List<NeighbourhoodPlan>> since(LocalDate robbedOn) {
        return transactions
                .session()
                .createQuery("from PlanRow where robbedOn >= :since order by id", PlanRow.class)
                .setParameter("since", robbedOn)
                .getResultList()
                .map(rows -> rows.stream().map(PlanRow::toDomain).toList());
    }

    private Uni<PlanRow> row(UUID id, LockModeType lock) {
        return transactions
                .session()
                .find(PlanRow.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    private static Stored stored(PlanRow row) {
        return new Stored(row.toDomain(), row.version);
    }
}
