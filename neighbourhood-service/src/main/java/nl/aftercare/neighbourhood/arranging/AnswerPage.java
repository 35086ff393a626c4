package nl.aftercare.neighbourhood.arranging;

import io.quarkus.qute.Engine;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.aftercare.neighbourhood.arranging.AnswerLinks.Question;
import nl.aftercare.neighbourhood.domain.Meeting;
import nl.aftercare.neighbourhood.domain.Meeting.Agreed;
import nl.aftercare.neighbourhood.domain.Meeting.Answer;
import nl.aftercare.neighbourhood.domain.Meeting.Cancelled;
import nl.aftercare.neighbourhood.domain.Meeting.Proposed;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.neighbourhood.domain.Venue;
import nl.aftercare.neighbourhood.persistence.Meetings;
import nl.aftercare.platform.kernel.DutchTime;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Reorganisations;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a partner sees who follows its link. Looking changes nothing, since mail filters look too; an answer is given once. Of the
 * robbery there is no word.
 */
@Path("/answers/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class AnswerPage {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'om' HH.mm 'uur'", Locale.of("nl"));
    private final AnswerLinks links;
    private final ProposeDates proposeDates;
    private final Meetings meetings;
    private final Municipal municipal;
    private final Transactions transactions;
    private final Logbook logbook;
    private final Reorganisations reorganisations;
    private final Engine pages;
    private final Time time;

    AnswerPage(
            AnswerLinks links,
            ProposeDates proposeDates,
            Meetings meetings,
            Municipal municipal,
            Transactions transactions,
            Logbook logbook,
            Reorganisations reorganisations,
            Engine pages,
            Time time) {
        this.links = links;
        this.proposeDates = proposeDates;
        this.meetings = meetings;
        this.municipal = municipal;
        this.transactions = transactions;
        this.logbook = logbook;
        this.reorganisations = reorganisations;
        this.pages = pages;
        this.time = time;
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestPath String token) {
        return links.read(token)
                .map(question -> transactions.in(tenancy(question), () -> page(question, List.of())))
                .orElseGet(() -> Uni.createFrom().item(over(404)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> answer(
            @RestPath String token,
            @RestForm List<String> suits,
            @RestForm @Nullable String none,
            @RestForm @Nullable String counter) {
        return links.read(token)
                .map(question -> take(question, suits, none, counter))
                .orElseGet(() -> Uni.createFrom().item(over(404)));
    }

    private Uni<RestResponse<String>> take(
            Question question, List<String> suits, @Nullable String none, @Nullable String counter) {
        Answer answer;
        try {
            answer = read(suits, none, counter);
        } catch (DateTimeException e) {
            return transactions.in(
                    tenancy(question),
                    () -> page(question, List.of("Kies de data die passen. Of kies dat geen van de data past.")));
        }
        return transactions
                .in(tenancy(question), () -> proposeDates
                        .answerByLink(question, answer)
                        .call(meeting -> logbook.recordOwnWork(
                                meeting.head().municipality(),
                                "answer-by-link",
                                meeting.head().id(),
                                List.of(Subject.partner(question.partnerId()))))
                        .chain(() -> page(question, List.of())))
                .onFailure(failure -> failure instanceof RefusedException || failure instanceof ProblemException)
                .recoverWithItem(() -> over(200));
    }

    /** @throws DateTimeException when it says nothing, two things at once, or nothing that can be read */
    private Answer read(List<String> suits, @Nullable String none, @Nullable String counter) {
        boolean isCounter = counter != null && !counter.isBlank();
        if (none != null && !suits.isEmpty()) {
            throw new DateTimeException("both");
        }
        if (none == null) {
            if (suits.isEmpty()) {
                throw new DateTimeException("no answer");
            }
            return new Answer(
                    time.now(),
                    suits.stream().map(Instant::parse).sorted().distinct().toList(),
                    null);
        }
        var instead =
                isCounter ? LocalDateTime.parse(counter).atZone(DutchTime.ZONE).toInstant() : null;
        if (instead != null && !instead.isAfter(time.now())) {
            throw new DateTimeException("past");
        }
        return new Answer(time.now(), List.of(), instead);
    }

    private Uni<RestResponse<String>> page(Question question, List<String> problems) {
        return meetings.read(question.meetingId())
                .flatMap(stored -> municipal
                        .venues(question.municipality())
                        .map(venues -> page(stored.meeting(), question, venues, problems)))
                .onFailure(ProblemException.class)
                .recoverWithItem(() -> over(404));
    }

    private RestResponse<String> page(Meeting meeting, Question question, List<Venue> venues, List<String> problems) {
        return switch (meeting) {
            case Agreed agreed
            when agreed.partnerIds().contains(question.partnerId()) ->
                html(200, "agreed", Map.of("date", date(agreed.slot(), venues, Set.of())));
            case Proposed proposed
            when proposed.round() == question.round() && proposed.partnerIds().contains(question.partnerId()) ->
                proposed(proposed, question.partnerId(), venues, problems);
            case Agreed _, Proposed _, Cancelled _ -> over(200);
        };
    }

    private RestResponse<String> proposed(
            Proposed proposed, UUID partnerId, List<Venue> venues, List<String> problems) {
        var answer = proposed.answers().get(partnerId);
        var suits = answer == null ? Set.<Instant>of() : new HashSet<>(answer.suits());
        var dates = proposed.options().stream()
                .filter(slot -> slot.startsAt().isAfter(time.now()))
                .map(slot -> date(slot, venues, suits))
                .toList();
        return html(
                problems.isEmpty() ? 200 : 400,
                answer == null ? "question" : "answered",
                Map.of("dates", dates, "problems", problems));
    }

    /** @param value as the form sends it */
    public record DateLine(String value, String text, String place, boolean suits) {}

    private static DateLine date(Slot slot, List<Venue> venues, Set<Instant> suits) {
        var place = venues.stream()
                .filter(venue -> venue.id().equals(slot.venueId()))
                .map(venue -> venue.name() + ", " + venue.address())
                .findFirst()
                .orElse("");
        return new DateLine(
                slot.startsAt().toString(),
                MOMENT.format(slot.startsAt().atZone(DutchTime.ZONE)),
                place,
                suits.contains(slot.startsAt()));
    }

    private RestResponse<String> over(int status) {
        return html(status, "over", Map.of());
    }

    private RestResponse<String> html(int status, String what, Map<String, ?> data) {
        var template = pages.getTemplate("answer.html").data("what", what);
        data.forEach(template::data);
        return ResponseBuilder.<String>create(RestResponse.Status.fromStatusCode(status))
                .entity(template.render())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                .build();
    }

    private Tenancy tenancy(Question question) {
        return new Tenancy(reorganisations.family(question.municipality()));
    }
}
