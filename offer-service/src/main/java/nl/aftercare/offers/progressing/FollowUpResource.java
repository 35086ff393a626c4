package nl.aftercare.offers.progressing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aftercare.offers.domain.MeasureLife.FollowUp;
import nl.aftercare.offers.domain.MeasureStep.Kind;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.offers.persistence.Offers;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Path("/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class FollowUpResource {
    private final Offers offers;
    private final Logbook logbook;
    private final Time time;

    FollowUpResource(Offers offers, Logbook logbook, Time time) {
        this.offers = offers;
        this.logbook = logbook;
        this.time = time;
    }

    /** The measures of one offer at which it is time to look back. */
    @Schema(name = "FollowUps")
    public record FollowUpsView(UUID offerId, UUID caseId, List<FollowUpView> measures) {

        private static FollowUpsView of(TailoredOffer offer, LocalDate today) {
            return new FollowUpsView(
                    offer.id(),
                    offer.caseId(),
                    offer.followUps().stream()
                            .filter(one -> !one.dueOn().isAfter(today))
                            .map(FollowUpView::of)
                            .toList());
        }
    }

    /** @param dueOn since when it is time, Europe/Amsterdam */
    @Schema(name = "FollowUp")
    public record FollowUpView(String measure, Kind moment, LocalDate dueOn) {

        private static FollowUpView of(FollowUp followUp) {
            return new FollowUpView(followUp.measure(), followUp.moment(), followUp.dueOn());
        }
    }

    @GET
    @UnitOfWork
    @Operation(
            operationId = "listFollowUps",
            summary = "Bij welke maatregelen het tijd is om te vragen of ze helpen",
            description = "Zes weken en zes maanden nadat de maatregel is geleverd.")
    public Uni<Page<FollowUpsView>> listFollowUps(@BeanParam PageRequest page) {
        return offers.withFollowUp(time.today(), page)
                .call(found -> logbook.recordEach(
                        "list-follow-ups",
                        found.items(),
                        TailoredOffer::municipality,
                        TailoredOffer::id,
                        offer -> Subject.victim(offer.caseId())))
                .map(found -> found.map(offer -> FollowUpsView.of(offer, time.today())));
    }
}
