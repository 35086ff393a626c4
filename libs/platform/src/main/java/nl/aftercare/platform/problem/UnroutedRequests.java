package nl.aftercare.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;

/** What never reaches a resource: a trailing slash, an unknown path, the API document for other origins. */
@ApplicationScoped
class UnroutedRequests {
    private final ObjectMapper json;

    UnroutedRequests(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(-1_000).handler(this::first);
        router.route().last().handler(this::notFound);
        // what Vert.x refuses before any route of ours
        router.errorHandler(400, this::unreadable);
        router.errorHandler(
                413,
                request -> end(
                        request,
                        Problem.of(
                                413,
                                "content-too-large",
                                "Te groot",
                                "De aanvraag is groter dan deze dienst aanneemt.")));
        router.errorHandler(414, this::unreadable);
    }

    private void first(RoutingContext request) {
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

    private static boolean isReadable(RoutingContext request) {
        try {
            return new URI(request.request().uri()).getRawPath() != null
                    && request.normalizedPath() != null
                    && request.queryParams() != null;
        } catch (URISyntaxException | IllegalArgumentException | HttpException e) {
            return false;
        }
    }

    private void unreadable(RoutingContext request) {
        end(request, Problem.of(400, "invalid-input", "Ongeldige invoer", "Het adres is niet te lezen."));
    }

    private void notFound(RoutingContext request) {
        end(request, ProblemException.notFound().problem());
    }

    private void end(RoutingContext request, Problem problem) {
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
