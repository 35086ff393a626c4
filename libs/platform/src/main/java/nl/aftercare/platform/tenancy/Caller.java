package nl.aftercare.platform.tenancy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.InvalidInputException;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sent this request, from the verified token. The query parameter {@code municipality} narrows any request to one of
 * the caller's municipalities; a service of the suite works for all of them and must name the one.
 */
@RequestScoped
public class Caller {
    private static final String ALL = "*";
    private final SecurityIdentity identity;
    private final RoutingContext request;
    private final Reorganisations reorganisations;

    Caller(SecurityIdentity identity, RoutingContext request, Reorganisations reorganisations) {
        this.identity = identity;
        this.request = request;
        this.reorganisations = reorganisations;
    }

    /** Subject of the token; {@code anonymous} without one. */
    public String subject() {
        return token().map(JsonWebToken::getSubject).orElse("anonymous");
    }

    /** The Keycloak client that the token was given to; for a feed its name. */
    public String client() {
        return token().map(token -> token.<String>getClaim("azp")).orElse("anonymous");
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    /** What this request may see: the caller's municipalities with those that merged into them, narrowed to the one it names. */
    public Tenancy tenancy() {
        var named = namedMunicipality().map(reorganisations::family);
        if (claims().contains(ALL)) {
            return new Tenancy(named.orElse(Set.of()));
        }
        var own = claims().stream()
                .filter(code -> code.matches(Municipality.PATTERN))
                .map(Municipality::new)
                .collect(Collectors.toUnmodifiableSet());
        var all = reorganisations.withMerged(own);
        return new Tenancy(
                named.map(asked -> asked.stream().filter(all::contains).collect(Collectors.toUnmodifiableSet()))
                        .orElse(all));
    }

    /**
     * The tenancy for a request that names its municipality in the body: what that is today, with all that merged into it.
     *
     * @throws ForbiddenException when it is not one of the caller's
     */
    public Tenancy tenancyFor(Municipality municipality) {
        if (!tenancy().covers(reorganisations.today(municipality)) && !claims().contains(ALL)) {
            throw new ForbiddenException();
        }
        return new Tenancy(reorganisations.family(municipality));
    }

    private Optional<Municipality> namedMunicipality() {
        var named = request.request().getParam("municipality");
        if (named == null) {
            return Optional.empty();
        }
        if (!named.matches(Municipality.PATTERN)) {
            throw new InvalidInputException("municipality", "moet een gemeentecode van vier cijfers zijn");
        }
        return Optional.of(new Municipality(named));
    }

    private List<String> claims() {
        return token().map(token -> token.<Object>getClaim("municipality"))
                .map(claim -> claim instanceof JsonArray codes
                        ? codes.getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                .toList()
                        : List.of(claim instanceof JsonString code ? code.getString() : claim.toString()))
                .orElse(List.of());
    }

    private Optional<JsonWebToken> token() {
        return identity.getCredential(AccessTokenCredential.class) != null
                        && identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(token)
                : Optional.empty();
    }
}
