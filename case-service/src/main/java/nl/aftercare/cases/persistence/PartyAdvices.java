package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.ContactParty;
import nl.aftercare.cases.domain.PartyAdvice;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.transaction.Transactions;

/** What first-line parties advise about a visit. All within the municipalities of the transaction. */
@ApplicationScoped
public class PartyAdvices {
    private static final String LATEST_HOLDS =
            " on conflict (case_id, party) do update set stated_at = excluded.stated_at, advice = excluded.advice"
                    + " where excluded.stated_at > party_advice.stated_at"
                    + " or excluded.stated_at = party_advice.stated_at and excluded.advice < party_advice.advice";
    private final Transactions transactions;

    PartyAdvices(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps an advice; of each party the latest holds, in whatever order they arrive, and of two at the same instant the first in order. */
    public Uni<Void> take(Municipality municipality, UUID caseId, PartyAdvice advice) {
        return transactions
                .session()
                .createNativeQuery("insert into party_advice (case_id, party, municipality, stated_at, advice)"
                        + " values (:case, :party, :municipality, :at, :advice)"
                        + LATEST_HOLDS)
                .setParameter("case", caseId)
                .setParameter("party", advice.party().name())
                .setParameter("municipality", municipality.code())
                .setParameter("at", advice.statedAt())
                .setParameter("advice", advice.advice())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<List<PartyAdvice>> of(UUID caseId) {
        return transactions
                .session()
                .createQuery("from PartyAdviceRow where caseId = :case order by party", PartyAdviceRow.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new PartyAdvice(ContactParty.valueOf(row.party), row.statedAt, row.advice))
                        .toList());
    }

    /** What was advised about one case holds for another one of the same victim. */
    Uni<Void> carryOver(UUID from, UUID to) {
        return transactions
                .session()
                .createNativeQuery("insert into party_advice (case_id, party, municipality, stated_at, advice)"
                        + " select :to, party, municipality, stated_at, advice from party_advice where case_id = :from"
                        + LATEST_HOLDS)
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> forget(UUID caseId) {
        return transactions
                .session()
                .createNativeQuery("delete from party_advice where case_id = :case")
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }
}
