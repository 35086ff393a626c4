package nl.aftercare.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.time.Time;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Herindelingen: which municipality is merged into which one, from which day (docs/adr/0005). What was stored before keeps the code
 * under which it happened; from that day on it is the work of the successor.
 */
@ApplicationScoped
public class Reorganisations {
    private static final Pattern FORM = Pattern.compile("(\\d{4})>(\\d{4})@(\\d{4}-\\d{2}-\\d{2})");
    private final List<Reorganisation> all;
    private final Time time;

    private record Reorganisation(Municipality from, Municipality into, LocalDate on) {

        static Reorganisation of(String text) {
            var parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "aftercare.reorganisations: '" + text + "' must be like 9908>9909@2026-01-01");
            }
            return new Reorganisation(
                    new Municipality(parts.group(1)),
                    new Municipality(parts.group(2)),
                    LocalDate.parse(parts.group(3)));
        }
    }

    Reorganisations(@ConfigProperty(name = "aftercare.reorganisations") Optional<List<String>> all, Time time) {
        this.all = all.orElse(List.of()).stream().map(Reorganisation::of).toList();
        this.time = time;
        if (this.all.stream().map(Reorganisation::from).distinct().count() < this.all.size()) {
            throw new IllegalArgumentException("aftercare.reorganisations: a municipality is merged more than once");
        }
    }

    /** The municipality that this one is today. */
    public Municipality today(Municipality municipality) {
        // no chain is longer than all of them together: a circle ends too
        var today = municipality;
        for (int steps = all.size(); steps > 0; steps--) {
            today = next(today).orElse(today);
        }
        return today;
    }

    /** What this municipality is today, and all that are it today. */
    public Set<Municipality> family(Municipality municipality) {
        var today = today(municipality);
        return withMerged(Set.of(today));
    }

    /** These, and all that are one of these today. */
    public Set<Municipality> withMerged(Set<Municipality> municipalities) {
        return Stream.concat(
                        municipalities.stream(),
                        all.stream().map(Reorganisation::from).filter(from -> municipalities.contains(today(from))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Municipality> next(Municipality municipality) {
        return all.stream()
                .filter(one -> one.from().equals(municipality) && !one.on().isAfter(time.today()))
                .map(Reorganisation::into)
                .findFirst();
    }
}
