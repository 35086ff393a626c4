package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.AftercareCase;
import nl.aftercare.cases.domain.CaseEvent;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Merger;
import nl.aftercare.cases.domain.Merger.Side;
import nl.aftercare.cases.domain.Robbery;
import nl.aftercare.cases.messaging.CaseEventWriter;
import nl.aftercare.platform.kernel.Decision;
import nl.aftercare.platform.kernel.Decision.Accepted;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.outbox.Outbox;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;

/** Robberies that may be one incident, and those that were found to be. All within the municipalities of the transaction. */
@ApplicationScoped
public class Mergers {
    private final Transactions transactions;
    private final Outbox outbox;
    private final CaseEventWriter writer;
    private final Playbooks playbooks;
    private final PartyAdvices advices;
    private final CaseIndex index;
    private final Disclosures disclosures;

    Mergers(
            Transactions transactions,
            Outbox outbox,
            CaseEventWriter writer,
            Playbooks playbooks,
            PartyAdvices advices,
            CaseIndex index,
            Disclosures disclosures) {
        this.disclosures = disclosures;
        this.index = index;
        this.transactions = transactions;
        this.outbox = outbox;
        this.writer = writer;
        this.playbooks = playbooks;
        this.advices = advices;
    }

    /**
     * A robbery that may be the same as another one.
     *
     * @param sameTime whether they were within three hours
     * @param sameAddress whether they have victims at one address
     */
    public record Candidate(UUID robberyId, UUID otherId, boolean sameTime, boolean sameAddress) {}

    /** Robberies with their cases, by id. */
    public record Proposals(List<Candidate> candidates, Map<UUID, Side> robberies) {}

    /**
     * The newest robberies that may be the same as an older one.
     *
     * @param since both were reported at or after it, UTC
     */
    public Uni<Page<UUID>> proposed(Instant since, PageRequest page) {
        return page.fetch(
                before -> transactions
                        .session()
                        .createNativeQuery(
                                "select distinct robbery_id from merge_candidate where robbery_id < :before"
                                        + " and reported_at >= :since and other_reported_at >= :since"
                                        + " order by robbery_id desc",
                                UUID.class)
                        .setParameter("before", before)
                        .setParameter("since", since),
                Function.identity());
    }

    /** What each of these robberies may be the same as. */
    public Uni<Proposals> proposals(Instant since, List<UUID> robberyIds) {
        return transactions
                .session()
                .createNativeQuery(
                        "select robbery_id, other_id, same_time, same_address from merge_candidate"
                                + " where robbery_id in (:ids)"
                                + " and reported_at >= :since and other_reported_at >= :since order by robbery_id desc, other_id desc",
                        Object[].class)
                .setParameter("ids", robberyIds)
                .setParameter("since", since)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Candidate((UUID) row[0], (UUID) row[1], (Boolean) row[2], (Boolean) row[3]))
                        .toList())
                .flatMap(candidates -> sides(candidates.stream()
                                .flatMap(one -> Stream.of(one.robberyId(), one.otherId()))
                                .distinct()
                                .toList())
                        .map(sides -> new Proposals(candidates, sides)));
    }

    /** From now on these two are not proposed any more. A repeat changes nothing. */
    public Uni<Robbery> reject(UUID one, UUID other, String by, Instant at) {
        return hold(List.of(one, other)).flatMap(held -> transactions
                .session()
                .createNativeQuery("insert into merge_rejection (municipality, robbery_id, other_id, by_person, at)"
                        + " values (:municipality, greatest(cast(:one as uuid), cast(:other as uuid)),"
                        + " least(cast(:one as uuid), cast(:other as uuid)), :by, :at)"
                        + " on conflict do nothing")
                .setParameter("municipality", Objects.requireNonNull(held.get(one)).municipality)
                .setParameter("one", one.toString())
                .setParameter("other", other.toString())
                .setParameter("by", by)
                .setParameter("at", at)
                .executeUpdate()
                .replaceWith(() -> Objects.requireNonNull(held.get(one)).toDomain()));
    }

    /**
     * Merges a robbery into another one; all that its feeds tell later is about the kept one. A repeat changes nothing.
     *
     * @param step asks the domain: the kept one, the merged one
     * @return the case in which each case of the merged robbery goes on
     */
    public Uni<Map<UUID, UUID>> merge(
            UUID mergedId, UUID keptId, BiFunction<Side, Side, Decision<Merger, CaseEvent>> step) {
        // what feeds tell waits for its reference first, then for its robbery
        return holdReferences(mergedId)
                .chain(() -> hold(List.of(mergedId, keptId)))
                .flatMap(held -> {
                    var merged = Objects.requireNonNull(held.get(mergedId));
                    if (keptId.equals(merged.mergedInto)) {
                        return goesOn(mergedId);
                    }
                    if (merged.mergedInto != null) {
                        throw new RefusedException(
                                new Refusal("already-merged", "Deze melding is al samengevoegd met een andere."));
                    }
                    return sides(List.of(mergedId, keptId))
                            .map(sides -> step.apply(
                                            Objects.requireNonNull(sides.get(keptId)),
                                            Objects.requireNonNull(sides.get(mergedId)))
                                    .orRefuse())
                            .flatMap(accepted -> save(accepted, merged, Objects.requireNonNull(held.get(keptId))))
                            .chain(() -> goesOn(mergedId));
                });
    }

    private Uni<Void> save(Accepted<Merger, CaseEvent> accepted, RobberyRow merged, RobberyRow kept) {
        var merger = accepted.state();
        merged.take(merger.merged());
        kept.take(merger.kept());
        return playbooks
                .clocks(merger.kept().municipality())
                .flatMap(clocks -> rows(List.of(kept.id, merged.id)).flatMap(rows -> save(merger, rows, clocks)))
                .chain(() -> keepErased(merged.id))
                .chain(() -> readdress(merged.id, kept.id))
                .chain(() -> outbox.append(writer.write(merger.kept().municipality(), accepted.events())));
    }

    private Uni<Void> save(Merger merger, List<CaseRow> rows, Clocks clocks) {
        var byId = rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        // what is known of the kept robbery now may change what is to be done
        rows.stream()
                .filter(row -> row.robberyId.equals(merger.kept().id().value()))
                .forEach(row -> row.take(row.toDomain(merger.kept()), clocks));
        var added = merger.goesOn().entrySet().stream()
                .filter(entry -> !byId.containsKey(entry.getValue().id().value()))
                .map(entry -> added(byId, entry.getKey(), entry.getValue(), clocks))
                .toList();
        merger.goesOn().forEach((id, target) -> {
            var known = byId.get(target.id().value());
            if (known != null) {
                known.take(target, clocks);
                known.complete(row(byId, id).victim());
                known.legalHoldBecause =
                        Optional.ofNullable(known.legalHoldBecause).orElse(row(byId, id).legalHoldBecause);
            }
        });
        merger.closed().forEach(closed -> row(byId, closed.id()).take(closed, clocks));
        return transactions
                .session()
                .persistAll(added.toArray())
                .chain(() -> transactions.session().flush())
                .chain(() -> goOn(merger));
    }

    private static CaseRow added(Map<UUID, CaseRow> rows, CaseId id, AftercareCase target, Clocks clocks) {
        var from = row(rows, id);
        var row = CaseRow.of(target, from.victim(), from.provenance(), from.victimStatedAt, clocks);
        row.legalHoldBecause = from.legalHoldBecause;
        if (from.owner != null) {
            row.owner = from.owner;
        }
        return row;
    }

    private static CaseRow row(Map<UUID, CaseRow> rows, CaseId id) {
        return Objects.requireNonNull(rows.get(id.value()), "a case of one of the two robberies");
    }

    /** Also of cases that came to the merged robbery by an earlier merger. */
    private Uni<Void> goOn(Merger merger) {
        return Multi.createFrom()
                .iterable(merger.goesOn().entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry ->
                        goOn(entry.getKey().value(), entry.getValue().id().value()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> goOn(UUID from, UUID to) {
        return transactions
                .session()
                .createNativeQuery("update aftercare_case set goes_on_as = :to where id = :from or goes_on_as = :from")
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate()
                .chain(() -> advices.carryOver(from, to))
                .chain(() -> disclosures.carryOver(from, to))
                .chain(() -> index.carryOver(from, to));
    }

    /** Who was erased is still known as such when the feed names them again. */
    private Uni<Void> keepErased(UUID mergedId) {
        return transactions
                .session()
                .createNativeQuery("update aftercare_case set goes_on_as = id"
                        + " where robbery_id = :robbery and track = 'ERASED' and goes_on_as is null")
                .setParameter("robbery", mergedId)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Map<UUID, UUID>> goesOn(UUID mergedId) {
        return transactions
                .session()
                .createQuery(
                        "select id, goesOnAs from CaseRow where robberyId = :robbery and goesOnAs <> id order by id",
                        Object[].class)
                .setParameter("robbery", mergedId)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1])));
    }

    private Uni<Void> readdress(UUID from, UUID to) {
        return transactions
                .session()
                .createNativeQuery("update feed_reference set robbery_id = :to where robbery_id = :from")
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> holdReferences(UUID robberyId) {
        return transactions
                .session()
                .createQuery(
                        "from FeedReferenceRow where robberyId = :robbery order by feed, reference",
                        FeedReferenceRow.class)
                .setParameter("robbery", robberyId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .replaceWithVoid();
    }

    /** @throws ProblemException 404 when one of them is not within the municipalities of the transaction, or of another one */
    private Uni<Map<UUID, RobberyRow>> hold(List<UUID> ids) {
        return transactions
                .session()
                .createQuery("from RobberyRow where id in (:ids) order by id", RobberyRow.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> {
                    if (rows.size() != 2 || !rows.getFirst().municipality.equals(rows.getLast().municipality)) {
                        throw ProblemException.notFound();
                    }
                    return rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
                });
    }

    private Uni<Map<UUID, Side>> sides(List<UUID> robberyIds) {
        return transactions
                .session()
                .createQuery("from RobberyRow where id in (:ids)", RobberyRow.class)
                .setParameter("ids", robberyIds)
                .getResultList()
                .flatMap(robberies -> rows(robberyIds).map(rows -> robberies.stream()
                        .map(RobberyRow::toDomain)
                        .collect(Collectors.toMap(robbery -> robbery.id().value(), robbery -> side(robbery, rows)))));
    }

    private static Side side(Robbery robbery, List<CaseRow> rows) {
        return new Side(
                robbery,
                rows.stream()
                        .filter(row -> row.robberyId.equals(robbery.id().value()))
                        .map(row -> row.toDomain(robbery))
                        .toList());
    }

    private Uni<List<CaseRow>> rows(List<UUID> robberyIds) {
        return transactions
                .session()
                .createQuery("from CaseRow where robberyId in (:ids) order by id", CaseRow.class)
                .setParameter("ids", robberyIds)
                .getResultList();
    }
}
