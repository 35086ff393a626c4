package nl.aftercare.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * An event that takes far too long holds up all that come after it in its partition: then the service is no longer live, and whoever runs
 * it starts it again. One that waits for a database that is away does not count: readiness tells of that.
 */
@Liveness
@ApplicationScoped
class StalledCheck implements HealthCheck {
    private final InHand inHand;
    private final Duration limit;

    StalledCheck(InHand inHand, @ConfigProperty(name = "aftercare.inbox.stalled-after") Duration limit) {
        this.inHand = inHand;
        this.limit = limit;
    }

    @Override
    public HealthCheckResponse call() {
        var oldest = inHand.oldest().orElse(Duration.ZERO);
        return HealthCheckResponse.named("event-handling")
                .status(oldest.compareTo(limit) < 0)
                .withData("oldestSeconds", oldest.toSeconds())
                .build();
    }
}
