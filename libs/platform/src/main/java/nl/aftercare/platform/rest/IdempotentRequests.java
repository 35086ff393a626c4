package nl.aftercare.platform.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Pseudonyms;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Outage;
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
    private final Pseudonyms pseudonyms;
    private final ObjectMapper json;
    private final ObjectMapper filledIn;
    private final Time time;

    IdempotentRequests(Transactions transactions, Caller caller, Pseudonyms pseudonyms, ObjectMapper json, Time time) {
        this.pseudonyms = pseudonyms;
        // a field that a later version adds does not make an old request another one
        this.filledIn = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
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
     * Runs the work in a transaction of this municipality; when the key was seen before, that is undone and the first answer given.
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
        problem(key).ifPresent(problem -> {
            throw new InvalidInputException(List.of(problem));
        });
        var tenancy = caller.tenancyFor(municipality);
        var id = String.join("/", caller.client(), municipality.code(), key);
        var hash = hash(request);
        // nearly every request is a first one: the work first, and only when that fails the question whether it was
        // done before
        return Uni.createFrom()
                .deferred(() -> transactions.in(
                        tenancy, () -> work.get().call(outcome -> remember(id, municipality, hash, outcome))))
                .onFailure(failure -> !Outage.isOutage(failure))
                .recoverWithUni(failure -> transactions
                        .in(tenancy, () -> find(id))
                        .map(found -> found == null ? rethrow(failure) : repeat(found, hash, type)))
                // another request made the same thing meanwhile: the work finds it when it tries again
                .onFailure(SqlStates::isUniqueViolation)
                .retry()
                .atMost(3);
    }

    private static <T> T rethrow(Throwable failure) {
        throw failure instanceof RuntimeException known ? known : new CompletionException(failure);
    }

    /** What is wrong with the header. */
    static Optional<InvalidParam> problem(@Nullable String key) {
        return key != null && key.matches("[\\x21-\\x7E]{8,128}")
                ? Optional.empty()
                : Optional.of(new InvalidParam(
                        "Idempotency-Key", "is verplicht: 8 tot 128 tekens zonder spaties, nieuw voor elke aanvraag"));
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

    private <T> Outcome<T> repeat(IdempotencyRow found, String hash, Class<T> type) {
        if (!found.requestHash.equals(hash)) {
            throw new ProblemException(Problem.of(
                    409,
                    "idempotency-key-reused",
                    "Sleutel al gebruikt",
                    "Deze Idempotency-Key hoort bij een andere aanvraag. Gebruik een nieuwe."));
        }
        return new Outcome<>(found.status, read(found.answer, type));
    }

    /** Tells one request from another, and by itself nothing of what it says: a keyed hash of what is filled in. */
    public String hash(Object request) {
        try {
            return pseudonyms.of(filledIn.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
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
