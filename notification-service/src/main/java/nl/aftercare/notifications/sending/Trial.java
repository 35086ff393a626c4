package nl.aftercare.notifications.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** While the suite is tried, only addresses that are listed can be reached; so it is until somebody turns it off. */
@ApplicationScoped
class Trial {
    private static final Logger LOG = Logger.getLogger(Trial.class);
    private final boolean isOn;
    private final List<Pattern> allowed;

    Trial(
            @ConfigProperty(name = "aftercare.trial.on") boolean isOn,
            @ConfigProperty(name = "aftercare.trial.addresses") Optional<List<String>> allowed) {
        this.isOn = isOn;
        if (isOn) {
            LOG.warn(
                    "trial mode: only addresses in aftercare.trial.addresses are written to; turn off aftercare.trial.on to reach others");
        }
        this.allowed = allowed.orElse(List.of()).stream().map(Pattern::compile).toList();
    }

    /** @param address an e-mail address or a telephone number */
    boolean allows(String address) {
        return !isOn
                || allowed.stream().anyMatch(pattern -> pattern.matcher(address).matches());
    }
}
