package nl.aftercare.notifications.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.time.Time;
import org.jspecify.annotations.Nullable;

/** Promises messages as a municipality sends them at this moment. */
@ApplicationScoped
public class Promises {
    private final StoredSendingSettings settings;
    private final Time time;

    Promises(StoredSendingSettings settings, Time time) {
        this.settings = settings;
        this.time = time;
    }

    /** What may go at once; the parameters are those of {@link Promise}. */
    public Uni<Promise> make(
            Municipality municipality,
            @Nullable UUID robberyId,
            Template template,
            UUID recipientId,
            Map<String, String> details) {
        return make(municipality, robberyId, template, recipientId, details, null);
    }

    /** What waits for its time; the parameters are those of {@link Promise}. */
    public Uni<Promise> make(
            Municipality municipality,
            @Nullable UUID robberyId,
            Template template,
            UUID recipientId,
            Map<String, String> details,
            @Nullable Instant notBefore) {
        var now = time.now();
        return settings.read(municipality)
                .map(stored -> new Promise(
                        Ids.next(now),
                        municipality,
                        robberyId,
                        template,
                        recipientId,
                        details,
                        stored.settings().rule(template),
                        now,
                        notBefore));
    }

    /** To the coordinator, and of no robbery: that is for who may see it to look up. */
    public Uni<Promise> toCoordinator(Municipality municipality, Template template, Map<String, String> details) {
        return make(municipality, null, template, Promise.NOBODY_IN_PARTICULAR, details);
    }
}
