package nl.aftercare.offers.schemes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.aftercare.offers.domain.LocalSchemes;
import nl.aftercare.offers.domain.LocalSchemes.Scheme;
import nl.aftercare.offers.domain.Validity.JudgedOn;
import nl.aftercare.platform.kernel.Fact;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that a municipality has to offer; what is not in it, it does not have. */
@Schema(name = "SchemesEntry", examples = """
        {"schemes": [{"measure": "door-chain", "validFrom": "2026-01-01", "validTo": "2026-12-31", "judgedOn": "APPLICATION",
          "free": "YES", "mountingHelp": "UNKNOWN"}]}""")
public record SchemesEntry(@NotNull @Size(max = 100) List<@NotNull @Valid SchemeEntry> schemes) {

    /**
     * One scheme.
     *
     * @param measure code of a measure that is only there where a municipality has it
     * @param validFrom first day, Europe/Amsterdam
     * @param validTo last day, not before the first; absent when no end is known
     * @param judgedOn whether it must hold on the day of the robbery or of the application
     * @param free whether it costs the victim nothing
     * @param mountingHelp of an article such as a door chain, whether somebody comes to mount it
     */
    @Schema(name = "SchemeEntry")
    public record SchemeEntry(
            @NotNull
            @Pattern(regexp = LocalSchemes.MEASURE_CODES, message = "is geen maatregel die een gemeente zelf regelt")
            String measure,

            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotNull JudgedOn judgedOn,
            @NotNull Fact free,
            @Nullable Fact mountingHelp) {

        private Scheme toDomain() {
            return new Scheme(measure, validFrom, validTo, judgedOn, free, mountingHelp);
        }
    }

    /** @throws InvalidInputException naming every scheme that ends before it begins */
    LocalSchemes toDomain() {
        var wrong = IntStream.range(0, schemes.size())
                .filter(at -> schemes.get(at).toDomain().validity().endsBeforeItBegins())
                .mapToObj(at -> new InvalidParam("schemes[" + at + "].validTo", "ligt vóór validFrom"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return new LocalSchemes(schemes.stream().map(SchemeEntry::toDomain).toList());
    }
}
