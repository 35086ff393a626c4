package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.CaseEvent;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.domain.Victim;
import nl.aftercare.cases.messaging.CaseEventWriter;
import nl.aftercare.cases.persistence.CaseRow.TrackState;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;

/** The stored robberies. All within the municipalities of the transaction. */
@ApplicationScoped
public class Robberies {
    private final Transactions transactions;
    private final Outbox outbox;
    private final CaseEventWriter writer;
    private final Playbooks playbooks;
    private final CaseIndex index;

    Robberies(Transactions transactions, Outbox outbox, CaseEventWriter writer, Playbooks playbooks, CaseIndex index) {
        this.index = index;
        this.playbooks = playbooks;
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
    }

    /**
     * A robbery to change, with the victims that are known of it.
     *
     * @param caseIds of all victims whose data is kept, in the order in which they became known
     * @param named the victims whom this feed named under this reference, by its own names for them
     */
    public record Held(Robbery robbery, List<CaseId> caseIds, Map<String, CaseId> named) {}

    /** A robbery with the playbook of its municipality. */
    public record Stored(Robbery robbery, Playbook playbook) {}

    /**
     * What is stated of a victim who is known.
     *
     * @param saysWhetherShielded whether it says if the home address is shielded
     */
    public record Restated(Victim victim, boolean saysWhetherShielded) {}

    /** Stores a new robbery with its cases and tells of it. */
    public Uni<Void> save(
            Accepted<Robbery.Opened, CaseEvent> accepted,
            List<Victim> victims,
            Provenance provenance,
            Instant statedAt) {
        var opened = accepted.state();
        return playbooks
                .clocks(provenance.municipality())
                .map(clocks -> IntStream.range(0, victims.size())
                        .mapToObj(i -> CaseRow.of(opened.cases().get(i), victims.get(i), provenance, statedAt, clocks))
                        .toList())
                .call(rows -> transactions
                        .session()
                        .persistAll(Stream.concat(Stream.of(RobberyRow.of(opened.robbery())), rows.stream())
                                .toArray()))
                .call(rows -> index(rows))
                .chain(() -> outbox.append(writer.write(opened.robbery().municipality(), accepted.events())));
    }

    /**
     * Loads a robbery to change it, and holds it until the end of the transaction.
     *
     * @throws ProblemException 404 when there is none within the municipalities of the transaction
     */
    public Uni<Held> toChange(UUID id, Provenance provenance) {
        return row(id, LockModeType.PESSIMISTIC_WRITE)
                .flatMap(robbery -> cases(id).flatMap(cases -> goneOn(provenance)
                        .map(merged -> new Held(
                                robbery.toDomain(),
                                cases.stream()
                                        .filter(row -> row.track != TrackState.ERASED)
                                        .map(row -> new CaseId(row.id))
                                        .toList(),
                                named(Stream.concat(cases.stream(), merged.stream()), provenance)))));
    }

    /** Stores what is known now, opens cases for added victims, and takes over what was stated of known ones. */
    public Uni<Void> save(
            Accepted<Robbery, CaseEvent> accepted,
            Map<CaseId, Victim> added,
            Map<CaseId, Restated> restated,
            Provenance provenance,
            Instant statedAt,
            LocalDate today) {
        var robbery = accepted.state();
        return row(robbery.id().value(), LockModeType.NONE)
                .invoke(row -> row.take(robbery))
                .chain(() -> playbooks.clocks(robbery.municipality()))
                .call(clocks -> open(added, robbery, provenance, statedAt, today, clocks))
                .flatMap(clocks -> cases(robbery.id().value())
                        .invoke(rows -> rows.forEach(row -> {
                            var victim = restated.get(new CaseId(row.id));
                            if (victim != null) {
                                row.restate(victim, statedAt);
                            }
                            // what is known of the robbery may change what is to be done
                            row.take(row.toDomain(robbery), clocks);
                        })))
                .call(rows -> index.update(rows.stream()
                        .filter(row -> restated.containsKey(new CaseId(row.id)) && row.track != TrackState.ERASED)
                        .toList()))
                .chain(() -> outbox.append(writer.write(robbery.municipality(), accepted.events())));
    }

    private Uni<Void> open(
            Map<CaseId, Victim> added,
            Robbery robbery,
            Provenance provenance,
            Instant statedAt,
            LocalDate today,
            Clocks clocks) {
        var rows = added.entrySet().stream()
                .map(victim -> CaseRow.of(
                        AftercareCase.open(victim.getKey(), robbery, today),
                        victim.getValue(),
                        provenance,
                        statedAt,
                        clocks))
                .toList();
        return transactions.session().persistAll(rows.toArray()).chain(() -> index(rows));
    }

    /** What refers to a row needs it stored. */
    private Uni<Void> index(List<CaseRow> rows) {
        return transactions.session().flush().chain(() -> index.add(rows));
    }

    public Uni<Robbery> read(UUID id) {
        return row(id, LockModeType.NONE).map(RobberyRow::toDomain);
    }

    /** As {@link #read}, with what the municipality settled beforehand. */
    public Uni<Stored> look(UUID id) {
        return row(id, LockModeType.NONE).flatMap(row -> playbooks
                .read(new Municipality(row.municipality))
                .map(settled -> stored(row, settled.playbook())));
    }

    public Uni<Page<Stored>> list(PageRequest page) {
        return page.fetch(transactions.session(), RobberyRow.class, Filter.none(), row -> row.id)
                .flatMap(rows -> playbooks
                        .read(rows.items().stream()
                                .map(row -> new Municipality(row.municipality))
                                .collect(Collectors.toSet()))
                        .map(settled -> rows.map(row ->
                                stored(row, Objects.requireNonNull(settled.get(new Municipality(row.municipality)))))));
    }

    private static Stored stored(RobberyRow row, Playbook playbook) {
        return new Stored(row.toDomain(), playbook);
    }

    private Uni<RobberyRow> row(UUID id, LockModeType lock) {
        return transactions
                .session()
                .find(RobberyRow.class, id, lock)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    /** The victims whom this feed named: of a robbery that was merged, by the case in which they go on. */
    private static Map<String, CaseId> named(Stream<CaseRow> rows, Provenance provenance) {
        return rows.filter(row -> row.isNamedBy(provenance))
                .collect(Collectors.toMap(
                        row -> row.victimReference,
                        row -> new CaseId(row.goesOnAs == null ? row.id : row.goesOnAs),
                        // a victim who got a new case in the other robbery is named so in both
                        (here, there) -> here));
    }

    /** Cases that this feed named and that go on elsewhere; of who was erased, the case itself. */
    private Uni<List<CaseRow>> goneOn(Provenance provenance) {
        return transactions
                .session()
                .createQuery(
                        "from CaseRow where goesOnAs is not null and municipality = :municipality and feed = :feed"
                                + " and feedReference = :reference",
                        CaseRow.class)
                .setParameter("municipality", provenance.municipality().code())
                .setParameter("feed", provenance.feed())
                .setParameter("reference", provenance.reference())
                .getResultList();
    }

    private Uni<List<CaseRow>> cases(UUID robberyId) {
        return transactions
                .session()
                .createQuery("from CaseRow where robberyId = :robbery order by id", CaseRow.class)
                .setParameter("robbery", robberyId)
                .getResultList();
    }
}
