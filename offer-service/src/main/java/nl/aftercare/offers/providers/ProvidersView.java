package nl.aftercare.offers.providers;

import java.util.List;
import nl.aftercare.offers.domain.Provider;
import nl.aftercare.offers.domain.Provider.Scope;
import nl.aftercare.offers.persistence.Providers.Stored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who gives which measure: the providers of the municipality first, then those of the whole country. */
@Schema(name = "Providers")
public record ProvidersView(List<ProviderView> providers) {

    /** @param workArea where it works, in words; absent when everywhere */
    @Schema(name = "Provider")
    public record ProviderView(
            String code,
            String name,
            Scope scope,
            List<String> measures,
            @Nullable String workArea,
            @Nullable String email,
            @Nullable String telephone,
            @Nullable String url) {

        private static ProviderView of(Provider provider) {
            return new ProviderView(
                    provider.code(),
                    provider.name(),
                    provider.scope(),
                    provider.measures(),
                    provider.workArea(),
                    provider.email(),
                    provider.telephone(),
                    provider.url());
        }
    }

    /** @param measure only who gives this one; null for all */
    static ProvidersView of(Stored stored, @Nullable String measure) {
        return new ProvidersView(stored.all()
                .filter(provider -> measure == null || provider.gives(measure))
                .map(ProviderView::of)
                .toList());
    }
}
