package nl.aftercare.platform.operating;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nl.aftercare.platform.rounds.Rounds;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.transaction.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the SQL functions {@code platform_figures} and {@code service_figures} count as metrics: a figure {@code dead.letters} is
 * {@code aftercare_dead_letters}; a label is a state. Of all municipalities together, so that no metric tells of a single one; every
 * replica shows the same. While the database is away they have no value.
 */
@ApplicationScoped
class Figures {
    private final Transactions transactions;
    private final Rounds rounds;
    private final MeterRegistry meters;
    private final Map<Name, AtomicReference<Double>> values = new ConcurrentHashMap<>();

    Figures(Transactions transactions, MeterRegistry meters, Rounds rounds) {
        this.transactions = transactions;
        this.meters = meters;
        this.rounds = rounds;
    }

    private record Name(String figure, @Nullable String label) {}

    @Scheduled(every = "{aftercare.figures.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return rounds.once("counting", () -> transactions
                .in(new Tenancy(Set.of()), () -> transactions
                        .session()
                        .createNativeQuery(
                                "select figure, label, value from platform_figures()"
                                        + " union all select figure, label, value from service_figures()",
                                Object[].class)
                        .getResultList())
                .invoke(this::show)
                .onFailure()
                .invoke(() -> values.values().forEach(known -> known.set(Double.NaN))));
    }

    private void show(List<Object[]> rows) {
        var counted = rows.stream()
                .collect(Collectors.toMap(row -> new Name((String) row[0], (String) row[1]), row -> (Double) row[2]));
        counted.keySet().forEach(this::gauge);
        // a state that nothing is in any longer
        values.forEach((name, value) -> value.set(counted.getOrDefault(name, 0.0)));
    }

    private void gauge(Name name) {
        values.computeIfAbsent(name, unseen -> {
            var value = new AtomicReference<>(0.0);
            meters.gauge(
                    "aftercare." + name.figure(),
                    name.label() == null ? Tags.empty() : Tags.of("state", name.label()),
                    value,
                    AtomicReference::get);
            return value;
        });
    }
}
