package nl.aftercare.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to and reads from a topic of the real broker, with nothing of the platform in between. */
public final class Topic {
    /** How long a test waits for what comes over Kafka: a consumer that has just started may take its time. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;

    public Topic(String name) {
        this.name = name;
    }

    /** Waits until this many records fit, and returns them in the order of the topic. */
    public List<ConsumerRecord<String, byte[]>> await(int count, Predicate<ConsumerRecord<String, byte[]>> fits) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumer()) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    if (fits.test(message)) {
                        found.add(message);
                    }
                });
            }
        }
        if (found.size() < count) {
            throw new AssertionError("%d of %d records came on %s".formatted(found.size(), count, name));
        }
        return found;
    }

    public List<ConsumerRecord<String, byte[]>> await(int count, UUID key) {
        return await(count, message -> key.toString().equals(message.key()));
    }

    /** Everything that is on the topic now. */
    public List<ConsumerRecord<String, byte[]>> all() {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumer()) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    /** Sends a record with exactly these headers and waits for the broker. */
    public void send(String key, String value, Map<String, String> headers) {
        var message = new ProducerRecord<>(name, key, value.getBytes(StandardCharsets.UTF_8));
        headers.forEach((header, content) -> message.headers().add(header, content.getBytes(StandardCharsets.UTF_8)));
        send(message);
    }

    /** Sends a record again, as it was. */
    public void send(ConsumerRecord<String, byte[]> again) {
        send(new ProducerRecord<>(name, null, again.key(), again.value(), again.headers()));
    }

    private static void send(ProducerRecord<String, byte[]> message) {
        var settings = Map.<String, Object>of("bootstrap.servers", brokers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = Map.<String, Object>of("bootstrap.servers", brokers(), "auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static String brokers() {
        return TestServers.address("kafka.bootstrap.servers");
    }
}
