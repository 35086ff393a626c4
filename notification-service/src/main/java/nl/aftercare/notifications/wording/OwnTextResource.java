package nl.aftercare.notifications.wording;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import nl.aftercare.notifications.domain.OwnText;
import nl.aftercare.notifications.domain.OwnText.Draft;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.notifications.persistence.OwnTexts;
import nl.aftercare.notifications.persistence.OwnTexts.Stored;
import nl.aftercare.notifications.persistence.StoredSendingSettings;
import nl.aftercare.notifications.texts.Letter;
import nl.aftercare.notifications.texts.Letters;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Multiline;
import nl.aftercare.platform.rest.MunicipalityCode;
import nl.aftercare.platform.rest.Version;
import nl.aftercare.platform.rest.WithVersion;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.text.Wording;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/texts/{municipality}/{template}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER})
class OwnTextResource {
    private final OwnTexts texts;
    private final StoredSendingSettings settings;
    private final Letters letters;
    private final Transactions transactions;
    private final Caller caller;
    private final Logbook logbook;
    private final Time time;

    OwnTextResource(
            OwnTexts texts,
            StoredSendingSettings settings,
            Letters letters,
            Transactions transactions,
            Caller caller,
            Logbook logbook,
            Time time) {
        this.texts = texts;
        this.settings = settings;
        this.letters = letters;
        this.transactions = transactions;
        this.caller = caller;
        this.logbook = logbook;
        this.time = time;
    }

    /** @param wording the subject in the first line, with places to fill between braces; null to go back to the usual text */
    @Schema(name = "TextDraft", examples = """
            {"wording": "Hulp na de overval\\n\\nBeste {naam},\\n\\nDit kunt u krijgen:\\n{aanbod}\\n\\n{afzender}"}""")
    public record TextDraft(
            @Nullable @Size(min = 20, max = 5000) @JsonDeserialize(using = Multiline.class)
            String wording) {}

    /**
     * A text of a municipality.
     *
     * @param version of what is in force; 0 while the usual text is
     * @param wording in force; null for the usual text
     * @param shown as it goes now, with sample data
     * @param draft null while nothing is proposed
     * @param placeholders what a wording may fill in; it must at least have those that are needed
     */
    @Schema(name = "MunicipalText")
    public record TextView(
            String template,
            int version,
            @Nullable String wording,
            Shown shown,
            @Nullable DraftView draft,
            TreeSet<String> placeholders) {}

    @Schema(name = "TextSample")
    public record Shown(String subject, String body) {}

    /**
     * What is proposed.
     *
     * @param shown as it would go, with sample data
     * @param on Europe/Amsterdam
     */
    @Schema(name = "ProposedText")
    public record DraftView(@Nullable String wording, Shown shown, LocalDate on) {}

    @GET
    @Operation(
            operationId = "readMunicipalText",
            summary = "Een tekst van uw gemeente: hoe die nu luidt, en wat er is voorgesteld, met voorbeeldgegevens")
    public Uni<RestResponse<TextView>> readMunicipalText(@RestPath String municipality, @RestPath String template) {
        var code = MunicipalityCode.of(municipality);
        if (!caller.tenancy().covers(code)) {
            throw ProblemException.notFound();
        }
        var named = named(template);
        return transactions.in(
                caller.tenancy(), () -> texts.read(code).flatMap(stored -> respond(code, named, stored)));
    }

    @PUT
    @Path("/draft")
    @Operation(
            operationId = "draftMunicipalText",
            summary = "Stel een eigen tekst voor",
            description = "De tekst geldt pas als een collega die goedkeurt.")
    @APIResponse(responseCode = "412", description = "Een tekst is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<TextView>> draftMunicipalText(
            @RestPath String municipality,
            @RestPath String template,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @WithVersion TextDraft draft) {
        var code = MunicipalityCode.of(municipality);
        int version = Version.required(ifMatch);
        var named = named(template);
        check(named, draft.wording());
        var wording = draft.wording();
        var proposed = new Draft(wording == null ? null : wording.strip(), caller.subject(), time.today());
        return transactions.in(caller.tenancyFor(code), () -> texts.read(code)
                .flatMap(stored -> texts.save(code, named, stored.of(named).propose(proposed), version))
                .call(() -> log(code, "draft-text"))
                .flatMap(stored -> respond(code, named, stored)));
    }

    @PUT
    @Path("/approval")
    @Operation(
            operationId = "approveMunicipalText",
            summary = "Keur een voorgestelde tekst goed, als tweede persoon",
            description = "Geldt voor alle berichten die daarna worden verstuurd.")
    @APIResponse(responseCode = "409", description = "Er is niets voorgesteld, of u heeft het zelf geschreven")
    @APIResponse(responseCode = "412", description = "Een tekst is intussen gewijzigd")
    @APIResponse(responseCode = "428", description = "If-Match ontbreekt")
    public Uni<RestResponse<TextView>> approveMunicipalText(
            @RestPath String municipality,
            @RestPath String template,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var code = MunicipalityCode.of(municipality);
        int version = Version.required(ifMatch);
        var named = named(template);
        return transactions.in(caller.tenancyFor(code), () -> texts.read(code)
                .flatMap(stored -> approve(code, named, stored.of(named), version))
                .call(() -> log(code, "approve-text"))
                .flatMap(stored -> respond(code, named, stored)));
    }

    private Uni<Stored> approve(Municipality municipality, Template template, OwnText before, int version) {
        var by = caller.subject();
        var after = before.approve(by).orRefuse().state();
        var draft = Objects.requireNonNull(before.draft(), "approved, so it was there");
        return texts.save(municipality, template, after, version)
                .call(() -> texts.keepVersion(municipality, template, after, draft, by));
    }

    private static void check(Template template, @Nullable String wording) {
        if (wording == null) {
            return;
        }
        var problems = new Wording(wording).problems(template.placeholders(), template.neededPlaceholders());
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.stream()
                    .map(problem -> new InvalidParam("wording", problem))
                    .toList());
        }
        if (!wording.strip().contains("\n")) {
            throw new InvalidInputException("wording", "moet onder de eerste regel verder gaan: die is het onderwerp");
        }
    }

    /** Of a text that has wordings. */
    private static Template named(String code) {
        return Template.named(code)
                .filter(template -> !template.placeholders().isEmpty())
                .orElseThrow(ProblemException::notFound);
    }

    private Uni<RestResponse<TextView>> respond(Municipality municipality, Template template, Stored stored) {
        var text = stored.of(template);
        return settings.read(municipality).map(rules -> {
            var draft = text.draft();
            var view = new TextView(
                    template.code(),
                    text.version(),
                    text.wording(),
                    shown(letters.sample(municipality, template, rules.settings(), text.wording())),
                    draft == null
                            ? null
                            : new DraftView(
                                    draft.wording(),
                                    shown(letters.sample(municipality, template, rules.settings(), draft.wording())),
                                    draft.on()),
                    new TreeSet<>(template.placeholders()));
            return Version.tagged(view, stored.version());
        });
    }

    private static Shown shown(Letter letter) {
        return new Shown(letter.subject(), letter.text().strip());
    }

    private Uni<Void> log(Municipality municipality, String action) {
        return logbook.record(municipality, action, new UUID(0, 0), List.of());
    }
}
