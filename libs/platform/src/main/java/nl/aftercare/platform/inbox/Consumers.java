package nl.aftercare.platform.inbox;

import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The consumers of this service, by the channel that each listens to. */
@ApplicationScoped
public class Consumers {
    private final Map<String, Consumer> byChannel = new TreeMap<>();

    Consumers(@Any Instance<EventConsumer> beans, Config config) {
        for (var bean : beans) {
            var unwrapped = ClientProxy.unwrap(bean);
            methods(unwrapped.getClass()).forEach(method -> add(unwrapped, method, config));
        }
    }

    /** What listens to a channel. */
    public static final class Consumer {
        private final String channel;
        private final String topic;
        private final EventConsumer bean;
        private final Method method;

        private Consumer(String channel, String topic, EventConsumer bean, Method method) {
            this.channel = channel;
            this.topic = topic;
            this.bean = bean;
            this.method = method;
        }

        public String channel() {
            return channel;
        }

        public String topic() {
            return topic;
        }

        /** Hands it a record, as its topic would; needs a Vert.x context. */
        @SuppressWarnings("unchecked")
        public Uni<Void> handle(ConsumerRecord<String, byte[]> record) {
            try {
                return (Uni<Void>) method.invoke(bean, record);
            } catch (InvocationTargetException e) {
                return Uni.createFrom().failure(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public Collection<Consumer> all() {
        return byChannel.values();
    }

    public boolean has(String channel) {
        return byChannel.containsKey(channel);
    }

    public Optional<Consumer> ofTopic(String topic) {
        return all().stream().filter(consumer -> consumer.topic().equals(topic)).findFirst();
    }

    private void add(EventConsumer bean, Method method, Config config) {
        for (var incoming : method.getAnnotationsByType(Incoming.class)) {
            var topic = config.getValue("mp.messaging.incoming.%s.topic".formatted(incoming.value()), String.class);
            method.setAccessible(true);
            byChannel.put(incoming.value(), new Consumer(incoming.value(), topic, bean, method));
        }
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.<Class<?>>iterate(type, one -> one != Object.class, Class::getSuperclass)
                .flatMap(one -> Stream.of(one.getDeclaredMethods()));
    }
}
