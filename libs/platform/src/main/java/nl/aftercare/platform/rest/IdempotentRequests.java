package nl.aftercare.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.SqlStates;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * A request with an {@code Idempotency-Key} has its effect once; every repeat, also a concurrent one or one after a crash,
 * gets the first answer again. Keys are kept for at least 24 hours, per client and municipality.
 */
@ApplicationScoped
public class IdempotentRequests {
    private final Transactions transactions;
    private final Caller caller;
    private final ObjectMapper json;
    private final Time time;

    IdempotentRequests(Transactions transactions, Caller caller, ObjectMapper json, Time time) {
        this.transactions = transactions;
        this.caller = caller;
        this.json = json;
        this.time = time;
    }

    /**
     * What the work came to.
     *
     * @param status HTTP status, 201 when something was made
     * @param body without personal data: it is stored
     */
    public record Outcome<T>(int status, T body) {}

    /**
     * Runs the work in a transaction of this municipality, unless the key was seen before.
     *
     * @param key the header; required
     * @param request the body as it was read; another body under the same key is a conflict
     * @throws ProblemException 409 when the key was used for another request
     */
    public <T> Uni<Outcome<T>> once(
            @Nullable String key,
            Municipality municipality,
            Object request,
            Class<T> type,
            Supplier<Uni<Outcome<T>>> work) {
        if (key == null || !key.matches("[\\x21-\\x7E]{8,128}")) {
            throw new InvalidInputException(
                    "Idempotency-Key", "is verplicht: 8 tot 128 tekens zonder spaties, nieuw voor elke aanvraag");
        }
        var tenancy = caller.tenancyFor(municipality);
        var id = String.join("/", caller.client(), municipality.code(), key);
        var hash = hash(request);
        return Uni.createFrom()
                .deferred(() -> transactions.in(tenancy, () -> find(id).flatMap(found -> found == null
                        ? work.get().call(outcome -> remember(id, municipality, hash, outcome))
                        : repeat(found, hash, type))))
                // lost the race against its own repeat: the winner has committed by now
                .onFailure(SqlStates::isUniqueViolation)
                .retry()
                .atMost(3);
    }

    private Uni<@Nullable IdempotencyRow> find(String id) {
        return transactions.session().find(IdempotencyRow.class, id);
    }

    private Uni<Void> remember(String id, Municipality municipality, String hash, Outcome<?> outcome) {
        var row = new IdempotencyRow();
        row.id = id;
        row.municipality = municipality.code();
        row.requestHash = hash;
        row.status = outcome.status();
        row.answer = write(outcome.body());
        row.answeredAt = time.now();
        return transactions.session().persist(row);
    }

    private <T> Uni<Outcome<T>> repeat(IdempotencyRow found, String hash, Class<T> type) {
        if (!found.requestHash.equals(hash)) {
            throw new ProblemException(Problem.of(
                    409,
                    "idempotency-key-reused",
                    "Sleutel al gebruikt",
                    "Deze Idempotency-Key hoort bij een andere aanvraag. Gebruik een nieuwe."));
        }
        return Uni.createFrom().item(() -> new Outcome<>(found.status, read(found.answer, type)));
    }

    /** SHA-256 of the request as JSON. */
    public String hash(Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer cannot be read as " + type.getSimpleName(), e);
        }
    }
}
