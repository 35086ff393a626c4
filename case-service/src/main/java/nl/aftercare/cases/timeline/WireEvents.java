package nl.aftercare.cases.timeline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.contracts.WireEvent;
import nl.aftercare.contracts.cases.CaseEvent;
import nl.aftercare.contracts.neighbourhood.NeighbourhoodEvent;
import nl.aftercare.contracts.notifications.NotificationEvent;
import nl.aftercare.contracts.offers.OfferEvent;

/** Events of all services, to and from what is stored of them. */
@ApplicationScoped
class WireEvents {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final Map<String, Class<? extends WireEvent>> BY_TYPE = Stream.of(
                    CaseEvent.TYPES, OfferEvent.TYPES, NeighbourhoodEvent.TYPES, NotificationEvent.TYPES)
            .flatMap(types -> types.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Map<Class<? extends WireEvent>, String> BY_CLASS =
            BY_TYPE.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private final ObjectMapper json;

    WireEvents(ObjectMapper json) {
        this.json = json;
    }

    String type(WireEvent event) {
        return Objects.requireNonNull(BY_CLASS.get(event.getClass()), "every event has a type");
    }

    Map<String, Object> write(WireEvent event) {
        return json.convertValue(event, FIELDS);
    }

    WireEvent read(String type, Map<String, Object> data) {
        return json.convertValue(data, Objects.requireNonNull(BY_TYPE.get(type), "only known types are kept"));
    }
}
