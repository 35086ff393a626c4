package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.cases.domain.Disclosure;
import nl.aftercare.cases.domain.Disclosure.Recipient;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.transaction.Transactions;

/** The ledger of disclosures, append-only, and what victims permitted. All within the municipalities of the transaction. */
@ApplicationScoped
public class Disclosures {
    private final Transactions transactions;

    Disclosures(Transactions transactions) {
        this.transactions = transactions;
    }

    public Uni<Void> add(Municipality municipality, Disclosure disclosure) {
        return transactions.session().persist(DisclosureRow.of(municipality, disclosure));
    }

    /** What was given of a victim, also in the cases that go on in this one, the first one first. */
    public Uni<List<Disclosure>> of(UUID caseId) {
        return transactions
                .session()
                .createQuery(
                        "from DisclosureRow where caseId = :case"
                                + " or caseId in (select id from CaseRow where goesOnAs = :case) order by at, id",
                        DisclosureRow.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(DisclosureRow::toDomain).toList());
    }

    /** To whom the victim allows that data is passed on. */
    public Uni<Set<Recipient>> permittedBy(UUID caseId) {
        return transactions
                .session()
                .createNativeQuery(
                        "select recipient from disclosure_permission where case_id = :case and given", String.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(names -> names.stream().map(Recipient::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    /** In place of what the victim said before. */
    public Uni<Void> permit(
            Municipality municipality, UUID caseId, Recipient recipient, boolean given, String by, Instant at) {
        return transactions
                .session()
                .createNativeQuery(
                        "insert into disclosure_permission (municipality, case_id, recipient, given, by_person, at)"
                                + " values (:municipality, :case, :recipient, :given, :by, :at)"
                                + " on conflict (case_id, recipient) do update"
                                + " set given = excluded.given, by_person = excluded.by_person, at = excluded.at")
                .setParameter("municipality", municipality.code())
                .setParameter("case", caseId)
                .setParameter("recipient", recipient.name())
                .setParameter("given", given)
                .setParameter("by", by)
                .setParameter("at", at)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** What a victim allowed in one case holds in another one of the same victim; the latest answer counts. */
    Uni<Void> carryOver(UUID from, UUID to) {
        return transactions
                .session()
                .createNativeQuery(
                        "insert into disclosure_permission (municipality, case_id, recipient, given, by_person, at)"
                                + " select municipality, :to, recipient, given, by_person, at from disclosure_permission"
                                + " where case_id = :from on conflict (case_id, recipient) do update"
                                + " set given = excluded.given, by_person = excluded.by_person, at = excluded.at"
                                + " where excluded.at > disclosure_permission.at")
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate()
                .replaceWithVoid();
    }
}
