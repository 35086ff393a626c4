package nl.aftercare.benchmarks.twin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** What the benchmark sends of a robbery report, with the checks of the real one. */
public record Report(
        @NotBlank @Size(max = 64) @Pattern(regexp = "[\\x21-\\x7E]*")
        String reference,

        @NotNull @Pattern(regexp = "\\d{4}") String municipality,
        @NotNull Kind kind,
        @NotNull Instant occurredAt,
        @NotNull @Size(max = 50) List<@NotNull @Valid Victim> victims) {

    /** As in case-service. */
    public enum Kind {
        COMMERCIAL,
        RESIDENTIAL
    }

    /** As in case-service, what the benchmark sends of it. */
    public record Victim(
            @NotBlank @Size(max = 64) @Pattern(regexp = "[\\x21-\\x7E]*")
            String reference,

            @NotNull String type,
            @Size(min = 1, max = 200) String name,
            @Size(min = 3, max = 254) String email) {}
}
