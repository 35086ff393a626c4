package nl.aftercare.offers.schemes;

import java.time.LocalDate;
import java.util.List;
import nl.aftercare.offers.domain.LocalSchemes.Scheme;
import nl.aftercare.offers.domain.Validity.JudgedOn;
import nl.aftercare.offers.persistence.Schemes.Stored;
import nl.aftercare.platform.kernel.Fact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality has to offer.
 *
 * @param settled whether it said so; until then each of these measures is a question in every offer
 */
@Schema(name = "Schemes")
public record SchemesView(boolean settled, List<SchemeView> schemes) {
    /** @param warning in Dutch, when the scheme ends soon or has ended */
    @Schema(name = "Scheme")
    public record SchemeView(
            String measure,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            JudgedOn judgedOn,
            Fact free,
            @Nullable Fact mountingHelp,
            @Nullable String warning) {

        private static SchemeView of(Scheme scheme, LocalDate today) {
            return new SchemeView(
                    scheme.measure(),
                    scheme.validFrom(),
                    scheme.validTo(),
                    scheme.judgedOn(),
                    scheme.free(),
                    scheme.mountingHelp(),
                    scheme.validity().warning(today).orElse(null));
        }
    }

    static SchemesView of(Stored stored, LocalDate today) {
        return new SchemesView(
                stored.settled(),
                stored.schemes().schemes().stream()
                        .map(scheme -> SchemeView.of(scheme, today))
                        .toList());
    }
}
