package nl.aftercare.offers.reading;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.aftercare.offers.domain.TailoredOffer;
import nl.aftercare.offers.persistence.Offers;
import nl.aftercare.offers.persistence.Schemes;
import nl.aftercare.offers.rules.Rules;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.rest.QueryParameter;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/offers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
class OfferResource {
    private final Offers offers;
    private final Schemes schemes;
    private final Rules rules;
    private final Logbook logbook;
    private final Time time;

    OfferResource(Offers offers, Schemes schemes, Rules rules, Logbook logbook, Time time) {
        this.offers = offers;
        this.schemes = schemes;
        this.rules = rules;
        this.logbook = logbook;
        this.time = time;
    }

    @GET
    @UnitOfWork
    @RolesAllowed({Roles.COORDINATOR, Roles.SERVICE})
    @Operation(operationId = "listOffers", summary = "Het aanbod per slachtoffer, het nieuwste eerst")
    public Uni<Page<OfferView>> listOffers(
            @RestQuery @Parameter(description = "Alleen het aanbod van dit nazorgtraject") @Nullable String caseId,
            @BeanParam PageRequest page) {
        return offers.list(QueryParameter.uuid("caseId", caseId), page)
                .call(found -> log(found.items()))
                .flatMap(this::views);
    }

    @GET
    @Path("/{id}")
    @UnitOfWork
    @Operation(operationId = "readOffer", summary = "Het aanbod voor één slachtoffer")
    public Uni<RestResponse<OfferView>> readOffer(@RestPath UUID id) {
        return offers.read(id).call(stored -> log(List.of(stored.offer()))).flatMap(stored -> view(stored.offer())
                .map(body -> Version.tagged(body, stored.version())));
    }

    private Uni<Page<OfferView>> views(Page<TailoredOffer> page) {
        return Multi.createFrom()
                .iterable(page.items())
                .onItem()
                .transformToUniAndConcatenate(this::view)
                .collect()
                .asList()
                .map(all -> new Page<>(all, page.nextCursor()));
    }

    /** With the reasons of the rules that it was composed by. */
    private Uni<OfferView> view(TailoredOffer offer) {
        return schemes.read(offer.municipality()).flatMap(stored -> rules.book(offer.ruleVersion())
                .map(book -> OfferView.of(offer, book, stored.schemes(), time.today())));
    }

    private Uni<Void> log(List<TailoredOffer> read) {
        return logbook.recordEach(
                "read-offer",
                read,
                TailoredOffer::municipality,
                TailoredOffer::id,
                offer -> Subject.victim(offer.caseId()));
    }
}
