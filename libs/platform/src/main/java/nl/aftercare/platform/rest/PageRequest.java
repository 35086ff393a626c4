package nl.aftercare.platform.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which page of a list, as a {@code @BeanParam}. Pages by id, so that a list stays flat however long it grows. */
public class PageRequest {
    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    private static final UUID BEYOND_ALL = new UUID(-1L, -1L);

    @QueryParam("cursor")
    @Parameter(description = "nextCursor van de vorige bladzijde")
    @Nullable
    String cursor;

    @QueryParam("pageSize")
    @Parameter(description = "Aantal per bladzijde, 1 tot en met 200; zonder opgave 50")
    @Nullable
    String pageSize;

    /**
     * @param query HQL over one row type with the parameter {@code before}: ids below it, highest first
     * @param id the id of a row
     * @throws InvalidInputException when the cursor or the size has the wrong form
     */
    public <T> Uni<Page<T>> fetch(Function<UUID, Mutiny.SelectionQuery<T>> query, Function<T, UUID> id) {
        validate();
        int size = size(pageSize);
        var before = cursor == null ? BEYOND_ALL : decode(cursor);
        // one more than asked tells whether there is a next page
        return query.apply(before)
                .setMaxResults(size + 1)
                .getResultList()
                .map(rows -> rows.size() <= size
                        ? new Page<>(rows, null)
                        : new Page<>(rows.subList(0, size), encode(id.apply(rows.get(size - 1)))));
    }

    /**
     * A page of the rows of one type.
     *
     * @param id the id of a row
     * @throws InvalidInputException when the cursor or the size has the wrong form
     */
    public <T> Uni<Page<T>> fetch(Mutiny.Session session, Class<T> rows, Filter filter, Function<T, UUID> id) {
        var hql = "from " + rows.getSimpleName() + " where id < :before" + filter.hql() + " order by id desc";
        return fetch(
                before -> {
                    var query = session.createQuery(hql, rows).setParameter("before", before);
                    filter.apply(query);
                    return query;
                },
                id);
    }

    private void validate() {
        var invalid = new ArrayList<InvalidParam>();
        problemOfSize(pageSize).ifPresent(invalid::add);
        if (cursor != null && !cursor.matches("[A-Za-z0-9_-]{22}")) {
            invalid.add(problemOfCursor());
        }
        if (!invalid.isEmpty()) {
            throw new InvalidInputException(List.copyOf(invalid));
        }
    }

    static Optional<InvalidParam> problemOfSize(@Nullable String pageSize) {
        return pageSize == null || pageSize.matches("\\d{1,3}") && size(pageSize) >= 1 && size(pageSize) <= LARGEST_SIZE
                ? Optional.empty()
                : Optional.of(
                        new InvalidParam("pageSize", "moet een getal van 1 tot en met " + LARGEST_SIZE + " zijn"));
    }

    static InvalidParam problemOfCursor() {
        return new InvalidParam("cursor", "moet de nextCursor van een vorige bladzijde zijn");
    }

    static int size(@Nullable String pageSize) {
        return pageSize == null ? DEFAULT_SIZE : Integer.parseInt(pageSize);
    }

    private static String encode(UUID id) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static UUID decode(String cursor) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
