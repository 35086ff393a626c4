package nl.aftercare.platform.rest;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether callers over HTTPS need a certificate of our own authority: Quarkus fixes that in the build, and an install decides it. */
@ApplicationScoped
class CallersCertificate implements HttpServerOptionsCustomizer {
    private final boolean asked;

    CallersCertificate(@ConfigProperty(name = "aftercare.tls.mutual", defaultValue = "false") boolean asked) {
        this.asked = asked;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(asked ? ClientAuth.REQUIRED : ClientAuth.NONE);
    }
}
