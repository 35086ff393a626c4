package nl.aftercare.neighbourhood.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/** What coordinators keep of their municipality, such as partners and halls. All within the municipalities of the transaction. */
public abstract class Directory<T, R extends DirectoryRow<T>> {
    private final Transactions transactions;
    private final Class<R> rows;

    Directory(Transactions transactions, Class<R> rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** @param version of what was read */
    public record Stored<T>(T entry, int version) {}

    abstract R row(T entry);

    abstract UUID id(T entry);

    /** @return null when there is none within the municipalities of the transaction */
    public Uni<@Nullable T> find(UUID id) {
        return transactions.session().find(rows, id).map(row -> row == null ? null : row.toDomain());
    }

    /** Fails with not found when there is none within the municipalities of the transaction. */
    public Uni<Stored<T>> read(UUID id) {
        return row(id, LockModeType.NONE).map(Directory::stored);
    }

    public Uni<Page<T>> list(PageRequest page) {
        return page.fetch(transactions.session(), rows, Filter.none(), row -> row.id)
                .map(found -> found.map(DirectoryRow::toDomain));
    }

    /** All of some municipalities, the oldest first. */
    public Uni<List<T>> of(Collection<Municipality> municipalities) {
        return transactions
                .session()
                .createQuery("from " + rows.getSimpleName() + " where municipality in :codes order by id", rows)
                .setParameter(
                        "codes", municipalities.stream().map(Municipality::code).toList())
                .getResultList()
                .map(found -> found.stream().map(DirectoryRow::toDomain).toList());
    }

    public Uni<Void> save(T entry) {
        return transactions.session().persist(row(entry));
    }

    /**
     * Stores what changed of an entry; the same again changes nothing and needs no newer version.
     *
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody changed it meanwhile
     */
    public Uni<Stored<T>> change(T entry, int version) {
        return row(id(entry), LockModeType.PESSIMISTIC_WRITE).flatMap(row -> {
            if (row.toDomain().equals(entry)) {
                return Uni.createFrom().item(stored(row));
            }
            if (row.version != version) {
                throw ProblemException.staleVersion();
            }
            row.take(entry);
            return transactions.session().flush().replaceWith(() -> stored(row));
        });
    }

    private Uni<R> row(UUID id, LockModeType lock) {
        return transactions.session().find(rows, id, lock).onItem().ifNull().failWith(ProblemException::notFound);
    }

    private static <T> Stored<T> stored(DirectoryRow<T> row) {
        return new Stored<>(row.toDomain(), row.version);
    }
}
