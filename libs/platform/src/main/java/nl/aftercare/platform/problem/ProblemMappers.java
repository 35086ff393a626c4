package nl.aftercare.platform.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.AuditLog;
import nl.aftercare.platform.transaction.Outage;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** From failure to problem, once for all resources. Refused access leaves an audit line. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private final AuditLog audit;
    private final AllowedMethods allowed;
    private final RoutingContext request;

    ProblemMappers(AuditLog audit, AllowedMethods allowed, RoutingContext request) {
        this.audit = audit;
        this.allowed = allowed;
        this.request = request;
    }

    @ServerExceptionMapper
    Uni<Response> map(ProblemException failure) {
        var problem = failure.problem();
        return problem.status() == 404 || problem.status() == 403 ? refused(problem) : answer(problem);
    }

    @ServerExceptionMapper
    Uni<Response> map(InvalidInputException failure) {
        return answer(Problem.invalidInput(failure.invalidParams()));
    }

    @ServerExceptionMapper
    Uni<Response> map(RefusedException failure) {
        var refusal = failure.refusal();
        return answer(Problem.of(409, refusal.code(), "Dit kan nu niet", refusal.reason()));
    }

    @ServerExceptionMapper
    Uni<Response> map(OptimisticLockException failure) {
        return answer(ProblemException.staleVersion().problem());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<Response> unauthorized(Exception failure) {
        if (failure.getCause() instanceof OIDCException) {
            return answer(unavailable(failure));
        }
        return refused(Problem.of(401, "unauthorized", "Niet aangemeld", "Stuur een geldig toegangstoken mee."))
                .map(response -> Response.fromResponse(response)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .build());
    }

    @ServerExceptionMapper
    Uni<Response> map(OIDCException failure) {
        return answer(unavailable(failure));
    }

    @ServerExceptionMapper
    Uni<Response> map(ForbiddenException failure) {
        return refused(Problem.of(403, "forbidden", "Geen toegang", "Uw rol of gemeente geeft hier geen toegang toe."));
    }

    @ServerExceptionMapper
    Uni<Response> map(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        var problem =
                switch (status) {
                    case 404 ->
                        failure.getCause() == null
                                ? ProblemException.notFound().problem()
                                : Problem.of(
                                        400,
                                        "invalid-input",
                                        "Ongeldige invoer",
                                        "Een deel van het adres heeft de verkeerde vorm.");
                    case 405 ->
                        Problem.of(
                                405,
                                "method-not-allowed",
                                "Methode niet toegestaan",
                                "Gebruik een methode uit de kop Allow.");
                    case 406 ->
                        Problem.of(
                                406,
                                "not-acceptable",
                                "Vorm niet beschikbaar",
                                "Deze dienst antwoordt met application/json.");
                    case 415 ->
                        Problem.of(415, "unsupported-media-type", "Vorm niet ondersteund", "Stuur application/json.");
                    case 400 -> Problem.of(400, "invalid-input", "Ongeldige invoer", "De aanvraag is niet te lezen.");
                    default ->
                        status < 500
                                ? Problem.of(
                                        status,
                                        "request-refused",
                                        "Aanvraag geweigerd",
                                        "De aanvraag is niet uitgevoerd.")
                                : failed(failure);
                };
        var response = problem.response();
        if (failure instanceof NotAllowedException) {
            response.header(HttpHeaders.ALLOW, allowed.of(request.normalizedPath()));
        }
        return Uni.createFrom().item(response.build());
    }

    @ServerExceptionMapper
    Uni<Response> map(Throwable failure) {
        return answer(Outage.isOutage(failure) ? unavailable(failure) : failed(failure));
    }

    private Uni<Response> refused(Problem problem) {
        return audit.refused(problem.status()).chain(() -> answer(problem));
    }

    private static Uni<Response> answer(Problem problem) {
        var response = problem.response();
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, 5);
        }
        return Uni.createFrom().item(response.build());
    }

    private static Problem unavailable(Throwable failure) {
        LOG.warn("turned away with 503: " + SafeTrace.inOneLine(failure));
        return Problem.of(
                503,
                "unavailable",
                "Even niet beschikbaar",
                "Een onderdeel is even niet bereikbaar. Probeer het zo opnieuw.");
    }

    private static Problem failed(Throwable failure) {
        LOG.error(SafeTrace.of(failure));
        return Problem.of(
                500,
                "internal-error",
                "Er ging iets mis",
                "Dit ligt aan ons. Er is niets gewijzigd. Probeer het later opnieuw.");
    }
}
