package nl.aftercare.platform.operating;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import nl.aftercare.platform.inbox.Consumers;
import nl.aftercare.platform.rounds.Rounds;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Shows how many events of a topic wait for this replica, as {@code aftercare_consumer_lag}: what is there, less what was handled. Kafka's
 * own client counts what it fetched, and stands still while a consumer is paused. While Kafka is away it has no value.
 */
@ApplicationScoped
class ConsumerLags {
    private final Consumers consumers;
    private final KafkaClientService clients;
    private final MeterRegistry meters;
    private final Rounds rounds;
    private final Map<String, AtomicReference<Double>> values = new ConcurrentHashMap<>();

    ConsumerLags(Consumers consumers, KafkaClientService clients, MeterRegistry meters, Rounds rounds) {
        this.consumers = consumers;
        this.clients = clients;
        this.meters = meters;
        this.rounds = rounds;
    }

    @Scheduled(every = "{aftercare.figures.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return rounds.once("measuring how far consumers are behind", () -> Multi.createFrom()
                .iterable(consumers.all())
                .onItem()
                .transformToUniAndConcatenate(this::measure)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(() -> values.values().forEach(known -> known.set(Double.NaN))));
    }

    private Uni<Double> measure(Consumers.Consumer consumer) {
        var client = clients.getConsumer(consumer.channel());
        // none yet while the service starts
        if (client == null) {
            return Uni.createFrom().nullItem();
        }
        var value = gauge(consumer.topic());
        return client.runOnPollingThread(ConsumerLags::lag).invoke(value::set);
    }

    private static double lag(Consumer<?, ?> client) {
        var partitions = client.assignment();
        var handled = client.committed(partitions);
        var first = client.beginningOffsets(partitions);
        return client.endOffsets(partitions).entrySet().stream()
                .mapToDouble(end -> end.getValue() - next(end.getKey(), handled, first))
                .sum();
    }

    /** A topic may have forgotten what was never handled. */
    private static long next(
            TopicPartition partition, Map<TopicPartition, OffsetAndMetadata> handled, Map<TopicPartition, Long> first) {
        long earliest = first.getOrDefault(partition, 0L);
        var committed = handled.get(partition);
        return committed == null ? earliest : Math.max(committed.offset(), earliest);
    }

    private AtomicReference<Double> gauge(String topic) {
        return values.computeIfAbsent(topic, unseen -> {
            var value = new AtomicReference<>(Double.NaN);
            meters.gauge("aftercare.consumer.lag", Tags.of("topic", topic), value, AtomicReference::get);
            return value;
        });
    }
}
