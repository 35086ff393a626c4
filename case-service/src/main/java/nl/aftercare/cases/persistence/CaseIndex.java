package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.cases.domain.NextAction;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.domain.SearchWords;
import nl.aftercare.platform.logbook.Pseudonyms;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * By which words a case is found (docs/adr/0006). Only keyed hashes of the words are kept: who reads the index learns no name, and
 * finds nothing but whole words. All within the municipalities of the transaction.
 */
@ApplicationScoped
public class CaseIndex {
    private final Transactions transactions;
    private final Pseudonyms pseudonyms;

    CaseIndex(Transactions transactions, Pseudonyms pseudonyms) {
        this.transactions = transactions;
        this.pseudonyms = pseudonyms;
    }

    /**
     * A case that was found, without personal data.
     *
     * @param occurredOn Europe/Amsterdam
     * @param nextAction null when nothing is left to be done
     */
    public record Found(
            UUID caseId,
            UUID robberyId,
            String municipality,
            RobberyKind kind,
            LocalDate occurredOn,
            NextAction.@Nullable Kind nextAction) {}

    /** Has cases found by what they hold of their victims now, and no longer by what they held before. */
    Uni<Void> update(Collection<CaseRow> changed) {
        // of who is known by two feeds, the words of the other feed stay, unless the home is shielded
        var replaced = changed.stream()
                .filter(row -> !row.ofTwoFeeds || row.addressShielded)
                .map(row -> row.id)
                .toList();
        return (replaced.isEmpty() ? Uni.createFrom().voidItem() : forget(replaced)).chain(() -> add(changed));
    }

    /** Has a case found by the words of another one of the same victim too. */
    Uni<Void> carryOver(UUID from, UUID to) {
        return transactions
                .session()
                .createNativeQuery("insert into case_word (municipality, word, case_id)"
                        + " select municipality, word, :to from case_word where case_id = :from on conflict do nothing")
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> add(Collection<CaseRow> added) {
        var words = added.stream()
                .flatMap(row -> SearchWords.of(row.victim(), row.feedReference).stream()
                        .map(word -> new String[] {row.municipality, hash(word), row.id.toString()}))
                .toList();
        return words.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions
                        .session()
                        .createNativeQuery("insert into case_word (municipality, word, case_id)"
                                + " select * from unnest(string_to_array(:municipalities, ','), string_to_array(:words, ','),"
                                + " cast(string_to_array(:cases, ',') as uuid[])) on conflict do nothing")
                        .setParameter("municipalities", column(words, 0))
                        .setParameter("words", column(words, 1))
                        .setParameter("cases", column(words, 2))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    Uni<Void> forget(List<UUID> caseIds) {
        return transactions
                .session()
                .createNativeQuery("delete from case_word where case_id in (:cases)")
                .setParameter("cases", caseIds)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Cases with all of these words that are still followed, the newest first. */
    public Uni<List<Found>> find(Set<String> municipalities, Set<String> words, int most) {
        return transactions
                .session()
                .createNativeQuery("""
                        select c.id, c.robbery_id, c.municipality, r.kind,
                          cast(r.occurred_at at time zone 'Europe/Amsterdam' as date), c.next_action
                        from (
                          select case_id from case_word where municipality in (:municipalities) and word in (:words)
                          group by case_id having count(*) = :count
                        ) found
                        join aftercare_case c on c.id = found.case_id
                        join robbery r on r.id = c.robbery_id
                        where c.track not in ('CLOSED', 'ERASED')
                        order by c.id desc""", Object[].class)
                .setParameter("municipalities", municipalities)
                .setParameter("words", words.stream().map(this::hash).toList())
                .setParameter("count", (long) words.size())
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(CaseIndex::found).toList());
    }

    private static Found found(Object[] row) {
        return new Found(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                RobberyKind.valueOf((String) row[3]),
                (LocalDate) row[4],
                row[5] == null ? null : NextAction.Kind.valueOf((String) row[5]));
    }

    private static String column(List<String[]> rows, int at) {
        return rows.stream().map(row -> row[at]).collect(Collectors.joining(","));
    }

    private String hash(String word) {
        return pseudonyms.of(("word " + word).getBytes(StandardCharsets.UTF_8));
    }
}
