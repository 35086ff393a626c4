package nl.aftercare.offers.rulesets;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.aftercare.offers.domain.RuleBook;
import nl.aftercare.offers.persistence.RuleSets.Stored;
import nl.aftercare.offers.rules.TableFile;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/rule-sets/{area}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class RuleSetResource {
    private final ManageRuleSet manage;
    private final TryDraft tryDraft;
    private final Time time;

    RuleSetResource(ManageRuleSet manage, TryDraft tryDraft, Time time) {
        this.manage = manage;
        this.tryDraft = tryDraft;
        this.time = time;
    }

    @GET
    @Operation(
            operationId = "readRuleSet",
            summary = "De beslistabellen van een gemeente of regio: vastgesteld en in concept")
    public Uni<RestResponse<RuleSetView>> readRuleSet(@RestPath String area) {
        return manage.read(area).map(this::respond);
    }

    @GET
    @Path("/dmn")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "exportRuleSet",
            summary = "Het DMN-bestand dat vandaag geldt",
            description = "Van NL: de landelijke tabellen. Het bestand is te openen in elk programma voor DMN.")
    public Uni<String> exportRuleSet(@RestPath String area) {
        return area.equals(RuleBook.NATIONAL) ? Uni.createFrom().item(TableFile.national()) : manage.fileOfToday(area);
    }

    @GET
    @Path("/versions/{number}/dmn")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(operationId = "exportRuleSetVersion", summary = "Het DMN-bestand van een vastgestelde versie")
    public Uni<String> exportRuleSetVersion(@RestPath String area, @RestPath int number) {
        return manage.file(area, number);
    }

    @PUT
    @Path("/draft")
    @Operation(
            operationId = "prepareRuleSet",
            summary = "Lees beslistabellen in als concept",
            description = "De tabellen worden nagekeken. Is er iets mis, dan staat bij elke fout de rij en de kolom, en"
                    + " verandert er niets. Een concept beslist nog niets.")
    @APIResponse(responseCode = "412", description = "De tabellen zijn intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<RuleSetView>> prepareRuleSet(
            @RestPath String area, @HeaderParam("If-Match") @Nullable String ifMatch, @WithVersion DraftEntry draft) {
        return manage.prepare(area, draft, Version.required(ifMatch)).map(this::respond);
    }

    @DELETE
    @Path("/draft")
    @Operation(operationId = "discardRuleSetDraft", summary = "Gooi het concept weg")
    @APIResponse(responseCode = "412", description = "De tabellen zijn intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<RuleSetView>> discardRuleSetDraft(
            @RestPath String area, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return manage.discard(area, Version.required(ifMatch)).map(this::respond);
    }

    @GET
    @Path("/draft/dmn")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(operationId = "exportRuleSetDraft", summary = "Het DMN-bestand van het concept")
    public Uni<String> exportRuleSetDraft(@RestPath String area) {
        return manage.fileOfDraft(area);
    }

    /** Not for the manager, who may not see offers: from a table made for it, the facts of a victim could be read. */
    @GET
    @Path("/draft/effect")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(
            operationId = "tryRuleSetDraft",
            summary = "Wie meer, minder of iets anders zou krijgen als het concept gold",
            description =
                    "Over het aanbod aan alle slachtoffers van wie er nog gegevens zijn. Zonder naam of zaaknummer. Alleen wie het aanbod zelf mag zien, ziet dit.")
    public Uni<EffectView> tryRuleSetDraft(@RestPath String area) {
        return tryDraft.on(area);
    }

    @POST
    @Path("/versions")
    @RolesAllowed(Roles.PUBLIC_ORDER_MANAGER)
    @Operation(
            operationId = "publishRuleSet",
            summary = "Stel het concept vast",
            description = "Dat kan niet wie het concept heeft ingelezen. Het aanbod aan elk slachtoffer gaat mee;"
                    + " maatregelen die al zijn aangenomen blijven.")
    @APIResponse(responseCode = "409", description = "Er is geen concept, of het is van u zelf")
    @APIResponse(responseCode = "412", description = "De tabellen zijn intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<RuleSetView>> publishRuleSet(
            @RestPath String area, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return manage.publish(area, Version.required(ifMatch)).map(this::respond);
    }

    private RestResponse<RuleSetView> respond(Stored stored) {
        return Version.tagged(RuleSetView.of(stored.ruleSet(), time.today()), stored.version());
    }
}
