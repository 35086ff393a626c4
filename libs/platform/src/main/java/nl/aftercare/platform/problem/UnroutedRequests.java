package nl.aftercare.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

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
    }

    private void first(RoutingContext request) {
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

    private void notFound(RoutingContext request) {
        try {
            request.response()
                    .setStatusCode(404)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                    .end(json.writeValueAsString(ProblemException.notFound().problem()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
