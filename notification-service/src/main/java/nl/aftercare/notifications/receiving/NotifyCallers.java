package nl.aftercare.notifications.receiving;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import nl.aftercare.notifications.rules.ChannelSettings;

/**
 * Knows NotifyNL by the bearer token of a municipality, which is its own and none of Keycloak's; for the path of the receipts alone
 * ({@code quarkus.http.auth.permission.receipts}).
 */
@ApplicationScoped
class NotifyCallers implements HttpAuthenticationMechanism {
    static final String ROLE = "notify";
    private static final String PATH = "/v1/notify-receipts";
    private static final String BEARER = "Bearer ";
    private final ChannelSettings settings;

    NotifyCallers(ChannelSettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        var header = request.request().getHeader("Authorization");
        if (!request.normalizedPath().equals(PATH) || header == null || !header.startsWith(BEARER)) {
            return Uni.createFrom().nullItem();
        }
        var token = header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
        return settings.byMunicipality().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .notifyNl()
                        .filter(notify ->
                                MessageDigest.isEqual(notify.receiptToken().getBytes(StandardCharsets.UTF_8), token))
                        .isPresent())
                .findFirst()
                .<Uni<SecurityIdentity>>map(entry -> Uni.createFrom().item(identity(entry.getKey())))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    /** @param municipality code, or {@code usual} */
    private static SecurityIdentity identity(String municipality) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(municipality))
                .addRole(ROLE)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer", ROLE));
    }
}
