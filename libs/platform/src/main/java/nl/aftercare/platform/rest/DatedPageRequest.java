package nl.aftercare.platform.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list by date, the earliest first, as a {@code @BeanParam}. Pages by date and id, so that a list stays flat however
 * long it grows, and no row is shown twice while others come and go.
 */
public class DatedPageRequest {
    private static final int CURSOR_BYTES = 24;
    private static final long FARTHEST_DAY = 100_000;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor van de vorige bladzijde")
    @Nullable
    String cursor;

    @QueryParam("pageSize")
    @Parameter(description = "Aantal per bladzijde, 1 tot en met 200; zonder opgave 50")
    @Nullable
    String pageSize;

    private record Position(LocalDate date, UUID id) {}

    /**
     * @param date attribute of the rows that they are sorted by; never null in a row that fits the filter
     * @param dateOf its value
     * @param idOf the id of a row
     * @throws InvalidInputException when the cursor or the size has the wrong form
     */
    public <T> Uni<Page<T>> fetch(
            Mutiny.Session session,
            Class<T> rows,
            String date,
            Filter filter,
            Function<T, LocalDate> dateOf,
            Function<T, UUID> idOf) {
        var after = cursor == null ? null : decode(cursor);
        int size = validate(after);
        if (after != null) {
            filter.where(date + " >= :afterDate", "afterDate", after.date())
                    .where("(" + date + " > :afterDate or id > :afterId)", "afterId", after.id());
        }
        var query = session.createQuery(
                "from %s where 1 = 1%s order by %s, id".formatted(rows.getSimpleName(), filter.hql(), date), rows);
        filter.apply(query);
        return query.setMaxResults(size + 1)
                .getResultList()
                .map(found -> found.size() <= size
                        ? new Page<>(found, null)
                        : new Page<>(
                                found.subList(0, size),
                                encode(dateOf.apply(found.get(size - 1)), idOf.apply(found.get(size - 1)))));
    }

    private int validate(@Nullable Position after) {
        var invalid = new ArrayList<InvalidParam>();
        PageRequest.problemOfSize(pageSize).ifPresent(invalid::add);
        if (cursor != null && after == null) {
            invalid.add(PageRequest.problemOfCursor());
        }
        if (!invalid.isEmpty()) {
            throw new InvalidInputException(List.copyOf(invalid));
        }
        return PageRequest.size(pageSize);
    }

    private static String encode(LocalDate date, UUID id) {
        var bytes = ByteBuffer.allocate(CURSOR_BYTES)
                .putLong(date.toEpochDay())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @return null when it is no cursor of ours */
    private static @Nullable Position decode(String cursor) {
        if (!cursor.matches("[A-Za-z0-9_-]{32}")) {
            return null;
        }
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        long day = bytes.getLong();
        return Math.abs(day) > FARTHEST_DAY
                ? null
                : new Position(LocalDate.ofEpochDay(day), new UUID(bytes.getLong(), bytes.getLong()));
    }
}
