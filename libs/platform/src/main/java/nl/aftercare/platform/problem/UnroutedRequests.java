package nl.aftercare.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What never reaches a resource: a trailing slash, an unknown path, too large a body, too many requests, the API document for other origins. */
@ApplicationScoped
class UnroutedRequests {
    private final ObjectMapper json;
    private final RequestRate rate;
    private final MemorySize largest;

    UnroutedRequests(
            ObjectMapper json,
            RequestRate rate,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.rate = rate;
        this.json = json;
        this.largest = largest;
    }

    void register(@Observes Router router) {
        router.route().order(-1_000).handler(this::first);
        router.route().last().handler(this::notFound);
        // what Vert.x refuses before any route of ours
        router.errorHandler(400, this::unreadable);
        router.errorHandler(413, this::tooLarge);
        router.errorHandler(414, this::unreadable);
    }

    private void first(RoutingContext request) {
        var wait = rate.refuses(request);
        if (wait.isPresent()) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(wait.getAsInt()));
            end(
                    request,
                    Problem.of(
                            429,
                            "too-many-requests",
                            "Te veel aanvragen",
                            "U doet te veel aanvragen in een minuut. Probeer het straks opnieuw."));
            return;
        }
        // Quarkus itself would say it without a word
        if (length(request) > largest.asLongValue()) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            tooLarge(request);
            return;
        }
        if (!isReadable(request)) {
            unreadable(request);
            return;
        }
        var path = request.normalizedPath();
        if (path.length() > 1 && path.endsWith("/")) {
            notFound(request);
            return;
        }
        if (path.startsWith("/v1/openapi")) {
            request.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        request.next();
    }

    private void tooLarge(RoutingContext request) {
        end(
                request,
                Problem.of(413, "content-too-large", "Te groot", "De aanvraag is groter dan deze dienst aanneemt."));
    }

    private static long length(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private static boolean isReadable(RoutingContext request) {
        try {
            return new URI(request.request().uri()).getRawPath() != null
                    && request.normalizedPath() != null
                    && request.queryParams() != null;
        } catch (URISyntaxException | IllegalArgumentException | HttpException e) {
            return false;
        }
    }

    /** No route gives it a name, and its address, which may hold anything, is none for a metric. */
    private static void nameless(RoutingContext request) {
        var metric = HttpRequestMetric.getRequestMetric(request);
        if (metric != null) {
            metric.setTemplatePath("/refused");
        }
    }

    private void unreadable(RoutingContext request) {
        end(request, Problem.of(400, "invalid-input", "Ongeldige invoer", "Het adres is niet te lezen."));
    }

    private void notFound(RoutingContext request) {
        end(request, ProblemException.notFound().problem());
    }

    private void end(RoutingContext request, Problem problem) {
        nameless(request);
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
