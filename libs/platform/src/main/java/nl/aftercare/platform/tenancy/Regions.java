package nl.aftercare.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aftercare.platform.kernel.Municipality;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which municipalities decide together as a region: {@code aftercare.regions}, such as {@code noord=9901+9902}. */
@ApplicationScoped
public class Regions {
    /** What the code of a region looks like; never like that of a municipality. */
    public static final String PATTERN = "[a-z]{2,30}";

    private static final Pattern FORM = Pattern.compile("(" + PATTERN + ")=(\\d{4}(?:\\+\\d{4})*)");
    private final List<Region> all;

    private record Region(String code, Set<Municipality> municipalities) {

        static Region of(String text) {
            var parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("aftercare.regions: '" + text + "' must be like noord=9901+9902");
            }
            return new Region(
                    parts.group(1),
                    Stream.of(parts.group(2).split("\\+"))
                            .map(Municipality::new)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    Regions(@ConfigProperty(name = "aftercare.regions") Optional<List<String>> all) {
        this.all = all.orElse(List.of()).stream().map(Region::of).toList();
        if (this.all.stream().map(Region::code).distinct().count() < this.all.size()) {
            throw new IllegalArgumentException("aftercare.regions: a region is named more than once");
        }
        var members = this.all.stream().flatMap(region -> region.municipalities().stream());
        if (members.distinct().count()
                < this.all.stream()
                        .mapToLong(region -> region.municipalities().size())
                        .sum()) {
            throw new IllegalArgumentException("aftercare.regions: a municipality is in more than one region");
        }
    }

    /** The region that a municipality belongs to, if any. */
    public Optional<String> of(Municipality municipality) {
        return all.stream()
                .filter(region -> region.municipalities().contains(municipality))
                .map(Region::code)
                .findFirst();
    }

    /** The municipalities of a region; empty when there is no such region. */
    public Set<Municipality> municipalities(String region) {
        return all.stream()
                .filter(one -> one.code().equals(region))
                .map(Region::municipalities)
                .findFirst()
                .orElse(Set.of());
    }
}
