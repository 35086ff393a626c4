package nl.aftercare.cases.inspecting;

import io.quarkus.qute.Engine;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import nl.aftercare.platform.tenancy.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;

@Path("/cases/{id}/subject-access")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.DATA_PROTECTION_OFFICER})
class SubjectAccessResource {
    private final DrawUpAccess drawUpAccess;
    private final OfferServiceClient offers;
    private final Engine templates;

    SubjectAccessResource(DrawUpAccess drawUpAccess, @RestClient OfferServiceClient offers, Engine templates) {
        this.drawUpAccess = drawUpAccess;
        this.offers = offers;
        this.templates = templates;
    }

    @GET
    @Operation(
            operationId = "answerSubjectAccess",
            summary = "Alles wat de diensten van één slachtoffer hebben, voor dat slachtoffer")
    public Uni<SubjectAccess> answerSubjectAccess(@RestPath UUID id) {
        // the other service is asked outside of the transaction
        return drawUpAccess.own(id).flatMap(own -> offers.offers(id, own.municipality())
                .map(found -> own.with(found.items())));
    }

    @GET
    @Path("/page")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "answerSubjectAccessAsPage",
            summary = "Alles wat de diensten van één slachtoffer hebben, als pagina om te lezen of te printen")
    public Uni<String> answerSubjectAccessAsPage(@RestPath UUID id) {
        return answerSubjectAccess(id).map(access -> templates
                .getTemplate("subject-access.html")
                .instance()
                .setLocale(Locale.of("nl"))
                .data("access", access)
                .data("words", new Words())
                .render());
    }
}
