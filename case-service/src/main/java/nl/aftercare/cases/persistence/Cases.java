package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.CaseEvent;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.messaging.CaseEventWriter;
import nl.aftercare.cases.persistence.CaseRow.TrackState;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Decision.Refused;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** The stored aftercare cases. All within the municipalities of the transaction. */
@ApplicationScoped
public class Cases {
    private final Transactions transactions;
    private final Outbox outbox;
    private final CaseEventWriter writer;
    private final Playbooks playbooks;
    private final Timeline timeline;
    private final PartyAdvices advices;
    private final CaseIndex index;

    Cases(
            Transactions transactions,
            Outbox outbox,
            CaseEventWriter writer,
            Playbooks playbooks,
            Timeline timeline,
            PartyAdvices advices,
            CaseIndex index) {
        this.index = index;
        this.advices = advices;
        this.timeline = timeline;
        this.playbooks = playbooks;
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /**
     * A case with its victim, the playbook of its municipality, and the version of what was read.
     *
     * @param legalHoldBecause why it may not be erased; null when it may
     * @param goesOnAs the case in which it goes on after its robbery was merged; null while it stands by itself
     */
    public record Stored(
            AftercareCase aftercareCase,
            Victim victim,
            Playbook playbook,
            @Nullable String legalHoldBecause,
            @Nullable UUID goesOnAs,
            int version) {

        public Municipality municipality() {
            return aftercareCase.robbery().municipality();
        }
    }

    /**
     * Takes a case through one step of the domain and keeps what it says. Holds its robbery until the end of the transaction, so
     * that what is told of one robbery is told in the order in which it was committed.
     *
     * @param version that the caller has seen, null when it does not matter; a step that changes nothing needs no newer one
     * @return as it is stored now
     * @throws ProblemException 404 when there is none within the municipalities of the transaction; 412 when somebody changed it
     *     meanwhile
     */
    public Uni<Stored> change(
            UUID id, @Nullable Integer version, Function<AftercareCase, Decision<AftercareCase, CaseEvent>> step) {
        return change(id, version, (aftercare, playbook) -> step.apply(aftercare));
    }

    /** As {@link #change}, of a step that depends on the playbook. */
    public Uni<Stored> change(
            UUID id,
            @Nullable Integer version,
            BiFunction<AftercareCase, Playbook, Decision<AftercareCase, CaseEvent>> step) {
        return toChange(id).flatMap(stored -> {
            var accepted = step.apply(stored.aftercareCase(), stored.playbook()).orRefuse();
            boolean changes = !accepted.state().equals(stored.aftercareCase());
            if (changes && version != null && version != stored.version()) {
                throw ProblemException.staleVersion();
            }
            return save(accepted);
        });
    }

    /**
     * Erases what is kept of a victim, when the term is over and nothing forbids it; what is refused stays as it is.
     *
     * @param today Europe/Amsterdam
     * @return whether it was erased now
     */
    public Uni<Boolean> erase(UUID id, LocalDate today) {
        return holdRobberyOf(id).flatMap(robbery -> row(id).flatMap(
                        row -> stored(row, robbery).flatMap(stored -> switch (stored.aftercareCase()
                                .erase(row.legalHoldBecause != null, stored.playbook(), today)) {
                            case Accepted<AftercareCase, CaseEvent> accepted ->
                                save(accepted)
                                        .chain(() -> timeline.forget(robbery.id, id))
                                        .chain(() -> advices.forget(id))
                                        .chain(() -> index.forget(List.of(id)))
                                        .replaceWith(!accepted.events().isEmpty());
                            case Refused<AftercareCase, CaseEvent> refused ->
                                Uni.createFrom().item(false);
                        })));
    }

    /**
     * Forbids that a case is erased, or allows it again.
     *
     * @param because why it is forbidden, null to allow it
     */
    public Uni<Municipality> setLegalHold(UUID id, @Nullable String because) {
        return holdRobberyOf(id).chain(() -> row(id)).map(row -> {
            if (row.track == TrackState.ERASED) {
                throw new RefusedException(
                        new Refusal("case-erased", "De gegevens van dit traject zijn al vernietigd."));
            }
            row.legalHoldBecause = because;
            return new Municipality(row.municipality);
        });
    }

    /** The case in which this one goes on after its robbery was merged; itself while it stands by itself. */
    public Uni<UUID> current(UUID id) {
        return row(id).map(row -> row.goesOnAs == null ? row.id : row.goesOnAs);
    }

    /** The cases of merged robberies that go on in this one. */
    public Uni<List<UUID>> goingOnAs(UUID id) {
        return transactions
                .session()
                .createQuery("select id from CaseRow where goesOnAs = :case and id <> :case order by id", UUID.class)
                .setParameter("case", id)
                .getResultList();
    }

    /** As {@link #read}, and holds its robbery until the end of the transaction, so that nothing changes meanwhile. */
    public Uni<Stored> hold(UUID id) {
        return toChange(id);
    }

    public Uni<Stored> read(UUID id) {
        return row(id).flatMap(this::stored);
    }

    public Uni<Page<AftercareCase>> list(PageRequest page) {
        return page.fetch(
                        before -> transactions
                                .session()
                                .createQuery(
                                        "select c, r from CaseRow c join RobberyRow r on r.id = c.robberyId"
                                                + " where c.id < :before order by c.id desc",
                                        Object[].class)
                                .setParameter("before", before),
                        pair -> ((CaseRow) pair[0]).id)
                .map(pairs -> pairs.map(pair -> ((CaseRow) pair[0]).toDomain(((RobberyRow) pair[1]).toDomain())));
    }

    /** What is done to a case of a robbery is done one after the other. */
    Uni<RobberyRow> holdRobberyOf(UUID id) {
        return transactions
                .session()
                .createQuery(
                        "from RobberyRow where id = (select robberyId from CaseRow where id = :case)", RobberyRow.class)
                .setParameter("case", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    private Uni<Stored> toChange(UUID id) {
        return holdRobberyOf(id).flatMap(robbery -> row(id).flatMap(row -> stored(row, robbery)));
    }

    private Uni<Stored> save(Accepted<AftercareCase, CaseEvent> accepted) {
        var changed = accepted.state();
        var municipality = changed.robbery().municipality();
        return playbooks.clocks(municipality).flatMap(clocks -> row(changed.id().value())
                .invoke(row -> row.take(changed, clocks))
                .call(() -> outbox.append(writer.write(municipality, accepted.events())))
                .map(row -> new Stored(
                        changed, row.victim(), clocks.playbook(), row.legalHoldBecause, row.goesOnAs, row.version)));
    }

    private Uni<CaseRow> row(UUID id) {
        return transactions.session().find(CaseRow.class, id).onItem().ifNull().failWith(ProblemException::notFound);
    }

    private Uni<Stored> stored(CaseRow row) {
        return transactions.session().find(RobberyRow.class, row.robberyId).flatMap(robbery -> stored(row, robbery));
    }

    private Uni<Stored> stored(CaseRow row, RobberyRow robbery) {
        return playbooks
                .read(new Municipality(row.municipality))
                .map(stored -> new Stored(
                        row.toDomain(robbery.toDomain()),
                        row.victim(),
                        stored.playbook(),
                        row.legalHoldBecause,
                        row.goesOnAs,
                        row.version));
    }
}
