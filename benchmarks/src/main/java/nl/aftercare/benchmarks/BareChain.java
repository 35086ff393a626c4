package nl.aftercare.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.aftercare.quickstart.Suite;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What lies between two services at the least: after a commit, a record over the broker and a commit on the other side. */
final class BareChain {
    private static final int WARM_UP = 500;
    private static final int TIMES = 1_000;
    /** A topic that no service reads. */
    private static final TopicPartition WIRE = new TopicPartition("aftercare.notifications.v1", 0);

    private final Suite suite;

    BareChain(Suite suite) {
        this.suite = suite;
    }

    Percentiles measure() throws SQLException, ExecutionException, InterruptedException {
        Map<String, Object> broker = Map.of("bootstrap.servers", suite.kafka().bootstrapServers(), "acks", "all");
        try (var connection = suite.postgres().connect("cases");
                var producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer());
                var consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new StringDeserializer())) {
            connection.createStatement().execute("create table bare_chain (n int)");
            consumer.assign(List.of(WIRE));
            consumer.seekToEnd(List.of(WIRE));
            consumer.position(WIRE);
            var nanos = new long[TIMES];
            for (int n = -WARM_UP; n < TIMES; n++) {
                commit(connection);
                long begin = System.nanoTime();
                producer.send(new ProducerRecord<>(WIRE.topic(), WIRE.partition(), "key", "value"))
                        .get();
                while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                    // not there yet
                }
                commit(connection);
                if (n >= 0) {
                    nanos[n] = System.nanoTime() - begin;
                }
            }
            return new Percentiles(nanos);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into bare_chain values (1)");
        }
    }
}
