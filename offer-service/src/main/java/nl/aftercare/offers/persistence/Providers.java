package nl.aftercare.offers.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.Provider;
import nl.aftercare.offers.persistence.ProvidersRow.Entries;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.transaction.Transactions;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Who gives which measure in a municipality: its own providers, beside those that work in the whole country. */
@ApplicationScoped
public class Providers {
    private static final int NOTHING_STORED = 0;
    private final Transactions transactions;
    private final Reorganisations reorganisations;
    private final List<Provider> national;

    Providers(Transactions transactions, Reorganisations reorganisations, ObjectMapper json) {
        this.transactions = transactions;
        this.reorganisations = reorganisations;
        try (var file = Providers.class.getResourceAsStream("/providers/national.json")) {
            this.national = json.readValue(Objects.requireNonNull(file), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param own of the municipality
     * @param national that every municipality has
     * @param version of what was read; 0 while the municipality has none of its own
     */
    public record Stored(List<Provider> own, List<Provider> national, int version) {
        public Stored {
            own = List.copyOf(own);
            national = List.copyOf(national);
        }

        public Stream<Provider> all() {
            return Stream.concat(own.stream(), national.stream());
        }
    }

    public Uni<Stored> read(Municipality municipality) {
        return row(municipality).map(this::stored);
    }

    /** The codes of national providers; a municipality cannot use them for its own. */
    public List<String> nationalCodes() {
        return national.stream().map(Provider::code).toList();
    }

    /**
     * Stores the providers of a municipality in place of the former ones.
     *
     * @param version that the caller has seen
     * @throws ProblemException 412 when somebody changed them meanwhile
     */
    public Uni<Stored> save(Municipality municipality, List<Provider> providers, int version) {
        return row(municipality).flatMap(found -> {
            if (stored(found).version() != version) {
                throw ProblemException.staleVersion();
            }
            var row = found == null ? new ProvidersRow() : found;
            row.municipality = reorganisations.today(municipality).code();
            row.entries = new Entries(providers);
            return (found == null
                            ? transactions.session().persist(row)
                            : Uni.createFrom().voidItem())
                    .chain(() -> transactions.session().flush())
                    // of two who store the first one at the same time, one is told of the other
                    .onFailure(ConstraintViolationException.class)
                    .transform(_ -> ProblemException.staleVersion())
                    .replaceWith(() -> stored(row));
        });
    }

    private Uni<@Nullable ProvidersRow> row(Municipality municipality) {
        return transactions
                .session()
                .find(ProvidersRow.class, reorganisations.today(municipality).code());
    }

    private Stored stored(@Nullable ProvidersRow row) {
        return row == null
                ? new Stored(List.of(), national, NOTHING_STORED)
                : new Stored(row.entries.all(), national, row.version + 1);
    }
}
