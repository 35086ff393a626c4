package nl.aftercare.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.aftercare.quickstart.MailServer;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.SuiteClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a suite does for who calls it from outside, however it was started. */
abstract class Journeys {
    static final Path ROOT = Path.of(System.getProperty("aftercare.root")).toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Who sends what where, and what the answer is. */
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- (\\S+) POST (\\S+) (\\d+) -->\n```json\n(.*?)```", Pattern.DOTALL);

    /** In an expression of Prometheus. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(aftercare|http|jvm|kafka|process|sql|postgresql|worker)_[a-z_]+\\b");

    /**
     * Of what nobody gets more at home: tables that every municipality has the same, and examples in which another party speaks (the
     * demonstration has the branch organisation speak for itself).
     */
    private static final Predicate<String> NO_MORE_AT_HOME = Pattern.compile(
                    "/measures/\\{measure}/dmn|POST /(victim-contacts|visit-advices) branch-organisation-feed")
            .asPredicate();

    abstract SuiteClient client();

    /**
     * As if years had passed: the term of a closed case is over, and web hooks were given up.
     *
     * @return services, methods and paths of which nothing is there even so
     */
    abstract Predicate<String> afterYears(String closedCase) throws Exception;

    abstract List<MailServer.Mail> mails() throws Exception;

    /** Of every service, by its name. */
    abstract Map<String, String> metrics() throws Exception;

    @Test
    @Order(3)
    void aVictimGetsTheOfferInTheMailOnceTheCoordinatorHasReadIt() throws Exception {
        var text = offerIsLetGo("OFFER-1", "\"email\": \"slachtoffer.aanbod@voorbeeld.example\"");

        assertThat(text).contains("Beste Slachtoffer Aanbod,", "Schadefonds Geweldsmisdrijven");
        await(() -> mails().stream().anyMatch(mail -> mail.to().contains("slachtoffer.aanbod@")));
        var mail = mails().stream()
                .filter(one -> one.to().contains("slachtoffer.aanbod@"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.text().strip()).isEqualToNormalizingNewlines(text);
    }

    /**
     * From the report of a robbery to what a victim is told.
     *
     * @param reach field of the victim in the report
     * @return what is told
     */
    String offerIsLetGo(String reference, String reach) throws Exception {
        var answer = client().post(
                        "police-feed",
                        ServiceName.CASE,
                        "/robbery-reports",
                        """
                {"reference":"%s","municipality":"9901","kind":"COMMERCIAL","occurredAt":"2026-03-02T21:40:00+01:00",
                 "policeObjection":"NO","victims":[{"reference":"1","type":"DIRECT","name":"Slachtoffer Aanbod",%s}]}""".formatted(reference, reach),
                        Map.of("Idempotency-Key", "offer-of-" + reference));
        var caseId = answer.body().at("/cases/0/caseId").asText();
        var track = "/cases/" + caseId + "/track";
        var version = Map.of(
                "If-Match",
                client().get("coordinator", ServiceName.CASE, track).headers().get("etag"));
        var decision = "{\"result\":\"GRANTED_WITH_VISIT\"}";
        assertThat(client().put("coordinator", ServiceName.CASE, track + "/decision", decision, version)
                        .status())
                .isEqualTo(200);
        await(() -> client().get("coordinator", ServiceName.OFFER, "/offers?caseId=" + caseId)
                        .body()
                        .at("/items")
                        .size()
                == 1);
        var message = client().put(
                        "coordinator",
                        ServiceName.NOTIFICATION,
                        "/victim-messages/" + caseId + "/victim-offer",
                        "",
                        Map.of())
                .body();
        var path = "/messages/" + message.get("id").asText();
        var text = client().get("coordinator", ServiceName.NOTIFICATION, path + "/text")
                .body();
        client().put("coordinator", ServiceName.NOTIFICATION, path + "/approval", "", Map.of());
        return text.get("body").asText();
    }

    @Test
    @Order(4)
    void theExamplesOfTheIntegratorsGuideWork() throws Exception {
        var guide = Files.readString(ROOT.resolve("docs/integrators-guide.md"));
        var examples = EXAMPLE.matcher(guide).results().toList();
        assertThat(examples).hasSizeGreaterThan(5);
        var caseId = "";
        for (var example : examples) {
            var body = example.group(4).replace("{caseId}", caseId);
            var answer = client().post(
                            example.group(1),
                            ServiceName.CASE,
                            example.group(2),
                            body,
                            Map.of("Idempotency-Key", "guide-" + example.start()));
            assertThat(answer.status()).as(body).isEqualTo(Integer.parseInt(example.group(3)));
            caseId = answer.body().at("/cases/0/caseId").asText(caseId);
        }
    }

    @Test
    @Order(5)
    void everyMetricOfADashboardOrAnAlertIsThere() throws Exception {
        var files = ROOT.resolve("deploy/helm/aftercare/files");
        var named = METRIC.matcher(Files.readString(files.resolve("alerts.yaml"))
                        + Files.readString(files.resolve("dashboards/operation.json"))
                        + Files.readString(files.resolve("dashboards/promises.json")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(20);
        // figures are counted, and Kafka's are read, some times a minute
        var missing = new TreeSet<>(named);
        await(() -> {
            metrics().values().forEach(text -> text.lines()
                    .map(line -> line.replaceFirst("[{ ].*", ""))
                    .forEach(missing::remove));
            return missing.isEmpty();
        });
    }

    @Test
    @Order(6)
    void whoMayDoWhatIsAsTheTableOfAccessSaysHereAndInAnotherMunicipality() throws Exception {
        var notThere = afterYears(new OneOfEach(client()).make());
        var matrix = new AccessMatrix(client());
        var actual = matrix.table();
        // to compare with, or to take over after a decision
        Files.write(Path.of("target/access.csv"), actual);

        assertThat(actual).containsExactlyElementsOf(Files.readAllLines(ROOT.resolve("docs/access.csv")));
        assertThat(matrix.ids()).hasSizeGreaterThan(20);
        assertThat(matrix.unreached(NO_MORE_AT_HOME.or(notThere))).isEmpty();
    }

    static String text(String url) throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
