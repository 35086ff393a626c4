package nl.aftercare.cases.hearings;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.cases.domain.HearingNotice;
import nl.aftercare.cases.persistence.CaseLog;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.Cases.Stored;
import nl.aftercare.cases.persistence.PoliceData;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/cases/{id}/hearing-notice")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class HearingNoticeResource {
    private final Cases cases;
    private final CaseLog log;
    private final Time time;

    HearingNoticeResource(Cases cases, CaseLog log, Time time) {
        this.cases = cases;
        this.log = log;
        this.time = time;
    }

    /** @param on day of it, Europe/Amsterdam; not in the future */
    @Schema(name = "HearingNoticeEntry", examples = """
            {"result": "SENT", "on": "2026-08-10"}""")
    public record HearingNoticeEntry(
            @NotNull HearingNotice.Result result, @NotNull LocalDate on) {}

    @GET
    @UnitOfWork
    @PoliceData
    @Operation(operationId = "readHearingNotice", summary = "De zitting, en of het slachtoffer daar wil spreken")
    public Uni<RestResponse<HearingNoticeView>> readHearingNotice(@RestPath UUID id) {
        return cases.read(id)
                .call(stored -> log.record("read-hearing-notice", stored))
                .map(HearingNoticeResource::respond);
    }

    @PUT
    @UnitOfWork
    @PoliceData
    @Operation(
            operationId = "recordHearingNotice",
            summary =
                    "Leg vast dat de officier van justitie bericht heeft dat het slachtoffer wil spreken, of dat het dat niet wil")
    @APIResponse(
            responseCode = "409",
            description = "Er is geen zitting, of het slachtoffer wil geen hulp van de gemeente")
    @APIResponse(responseCode = "412", description = "Het traject is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<HearingNoticeView>> recordHearingNotice(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion HearingNoticeEntry notice) {
        var told = new HearingNotice(notice.result(), notice.on());
        return cases.change(
                        id, Version.required(ifMatch), aftercare -> aftercare.recordHearingNotice(told, time.today()))
                .call(stored -> log.record("record-hearing-notice", stored))
                .map(HearingNoticeResource::respond);
    }

    private static RestResponse<HearingNoticeView> respond(Stored stored) {
        return Version.tagged(HearingNoticeView.of(stored), stored.version());
    }
}
