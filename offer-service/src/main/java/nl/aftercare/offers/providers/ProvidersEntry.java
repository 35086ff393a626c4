package nl.aftercare.offers.providers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.Provider;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All providers of a municipality. */
@Schema(name = "ProvidersEntry", examples = """
        {"providers": [{"code": "slotenmaker-voorbeeld", "name": "Slotenmaker Voorbeeld", "scope": "LOCAL",
          "measures": ["door-chain"], "email": "hallo@slotenmaker.example"}]}""")
public record ProvidersEntry(@NotNull @Size(max = 200) List<@NotNull @Valid ProviderEntry> providers) {
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** Where a provider of a municipality works. */
    public enum LocalScope {
        REGIONAL,
        LOCAL
    }

    /**
     * One provider: an organisation, with at least one way to reach it.
     *
     * @param code lower case, by which referrals name it
     * @param measures codes of what it gives
     * @param workArea where it works, in words; absent when in the whole municipality
     * @param email of the organisation, not of a person
     */
    @Schema(name = "ProviderEntry")
    public record ProviderEntry(
            @NotNull
            @Size(max = 60)
            @Pattern(regexp = CODE, message = "bestaat uit kleine letters, cijfers en streepjes")
            String code,

            @NotBlank @Size(max = 200) String name,
            @NotNull LocalScope scope,
            @NotEmpty @Size(max = 50) List<@NotNull String> measures,
            @Nullable @Size(max = 200) String workArea,
            @Nullable @Email @Size(max = 254) String email,

            @Nullable @Pattern(regexp = "[0-9+ ()-]{3,20}", message = "moet een telefoonnummer zijn")
            String telephone,

            @Nullable @Size(max = 500) @Pattern(regexp = "https://\\S+", message = "moet met https:// beginnen")
            String url) {

        private Provider toDomain() {
            return new Provider(
                    code, name, Provider.Scope.valueOf(scope.name()), measures, workArea, email, telephone, url);
        }

        private boolean cannotBeReached() {
            return email == null && telephone == null && url == null;
        }
    }

    /**
     * @param measures that exist for this municipality
     * @param taken codes that are not free
     * @throws InvalidInputException naming all that is wrong
     */
    List<Provider> toDomain(Set<String> measures, List<String> taken) {
        var seen = new HashSet<>(taken);
        var wrong = IntStream.range(0, providers.size())
                .boxed()
                .flatMap(at -> wrong("providers[" + at + "]", providers.get(at), measures, seen))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return providers.stream().map(ProviderEntry::toDomain).toList();
    }

    private static Stream<InvalidParam> wrong(
            String at, ProviderEntry provider, Set<String> measures, Set<String> seen) {
        var code = seen.add(provider.code())
                ? Stream.<InvalidParam>of()
                : Stream.of(new InvalidParam(at + ".code", "is al van een andere partij"));
        var unknown = IntStream.range(0, provider.measures().size())
                .filter(i -> !measures.contains(provider.measures().get(i)))
                .mapToObj(i -> new InvalidParam(at + ".measures[" + i + "]", "is geen maatregel"));
        var unreachable = provider.cannotBeReached()
                ? Stream.of(new InvalidParam(at, "heeft een e-mailadres, telefoonnummer of pagina nodig"))
                : Stream.<InvalidParam>of();
        return Stream.of(code, unknown, unreachable).flatMap(all -> all);
    }
}
