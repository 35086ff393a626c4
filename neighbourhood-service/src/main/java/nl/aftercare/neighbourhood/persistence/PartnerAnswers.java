package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.transaction.Transactions;

/** How long partners take to answer. All within the municipalities of the transaction. */
@ApplicationScoped
public class PartnerAnswers {
    private final Transactions transactions;

    PartnerAnswers(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps how long an answer took; a changed answer does not count. */
    public Uni<Void> add(UUID partnerId, Municipality municipality, Instant askedAt, Instant answeredAt) {
        return transactions
                .session()
                .createNativeQuery("insert into partner_answer (partner_id, municipality, asked_at, answered_at)"
                        + " values (:partner, :municipality, :asked, :answered) on conflict do nothing")
                .setParameter("partner", partnerId)
                .setParameter("municipality", municipality.code())
                .setParameter("asked", askedAt)
                .setParameter("answered", answeredAt)
                .executeUpdate()
                .chain(() -> transactions
                        .session()
                        .createNativeQuery("delete from partner_answer where asked_at < now() - interval '1 year'")
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Of the answers of the last year, the average; those who never answered are not in it. */
    public Uni<Map<UUID, Duration>> usual(Collection<UUID> partners) {
        return transactions
                .session()
                .createNativeQuery(
                        "select cast(partner_id as text), cast(avg(extract(epoch from answered_at - asked_at)) as bigint)"
                                + " from partner_answer where asked_at > now() - interval '1 year'"
                                + " and cast(partner_id as text) = any(string_to_array(:ids, ',')) group by partner_id",
                        Object[].class)
                .setParameter("ids", partners.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> UUID.fromString((String) row[0]),
                                row -> Duration.ofSeconds(((Number) row[1]).longValue()))));
    }
}
