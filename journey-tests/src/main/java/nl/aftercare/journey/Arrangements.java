package nl.aftercare.journey;

import static nl.aftercare.journey.Insisting.answer;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.aftercare.quickstart.MailServer.Mail;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.StartupException;
import nl.aftercare.quickstart.SuiteClient;

/**
 * The coordinator and the partners under load: for some of the robberies dates are proposed as soon as there is a plan, which partners
 * answer by telephone or by the link in their mail; of the others the meeting is arranged at once. One in three is moved afterwards, one
 * in four cancelled. What gets no answer is read and sent again.
 */
final class Arrangements implements AutoCloseable {
    private static final String DAY = "2026-03-10";
    /** Dates that are proposed lie ahead. */
    private static final String OPTION = LocalDate.now(ZoneOffset.UTC).plusDays(30) + "T18:30:00Z";

    private static final String OTHER_OPTION = LocalDate.now(ZoneOffset.UTC).plusDays(31) + "T18:30:00Z";
    private static final Pattern LINK = Pattern.compile("http://\\S+/v1/answers/(\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private final SuiteClient suite;
    private final Supplier<List<Mail>> mails;
    private final Random random;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger invited = new AtomicInteger();
    private final AtomicInteger calledOff = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Coordinator<UUID> coordinator;

    /** @param mails all that the mail server got so far */
    Arrangements(SuiteClient suite, Supplier<List<Mail>> mails, long seed) throws IOException, InterruptedException {
        this.suite = suite;
        this.mails = mails;
        this.random = new Random(seed);
        var partners = List.of(addPartner("partner"), addPartner("tweede"));
        coordinator = new Coordinator<>(robbery -> work(robbery, partners), () -> {});
    }

    /** Arrangements accepted so far. */
    int accepted() {
        return accepted.get();
    }

    /** Those of them that fell away again. */
    int cancelled() {
        return cancelled.get();
    }

    /** How often a partner should hear of an arrangement. */
    int invited() {
        return invited.get();
    }

    /** How often a partner should hear that it need not come. */
    int calledOff() {
        return calledOff.get();
    }

    /** How often a partner was asked for a date. */
    int asked() {
        return asked.get();
    }

    /** How often a partner answered. */
    int answered() {
        return answered.get();
    }

    void add(UUID robberyId) {
        coordinator.add(robberyId);
    }

    /** Waits until all are made, or one cannot be made: then it says why. */
    Optional<String> finish() throws InterruptedException {
        return coordinator.finish();
    }

    @Override
    public void close() {
        coordinator.close();
    }

    private void work(UUID robbery, List<String> partners) throws InterruptedException {
        var plan = plan(robbery);
        int company = random.nextInt(3) == 0 ? negotiate(plan, partners) : agree(plan, partners);
        if (random.nextInt(3) == 0) {
            arrange(plan, partners.getFirst(), company, "19:30");
        }
        if (random.nextInt(4) == 0) {
            cancel(plan, company);
        }
    }

    /** @return how many take part */
    private int agree(String plan, List<String> partners) throws InterruptedException {
        arrange(plan, partners.getFirst(), 1, "20:00");
        return 1;
    }

    /** @return how many take part */
    private int negotiate(String plan, List<String> partners) throws InterruptedException {
        propose(plan, partners);
        var first = partners.getFirst();
        var second = partners.getLast();
        if (random.nextInt(3) == 0) {
            byTelephone(plan, first, "[]");
            arrange(plan, first, partners.size(), "20:00");
            return partners.size();
        }
        byTelephone(plan, first, "[\"" + OPTION + "\"]");
        if (random.nextBoolean()) {
            byTelephone(plan, second, "[\"" + OPTION + "\"]");
        } else {
            byLink(plan);
        }
        accepted.incrementAndGet();
        invited.addAndGet(partners.size());
        return partners.size();
    }

    private void propose(String plan, List<String> partners) throws InterruptedException {
        var path = "/neighbourhood-plans/" + plan;
        var proposal = """
                {"partnerIds":["%s","%s"],"options":[{"startsAt":"%s"},{"startsAt":"%s"}]}""".formatted(partners.getFirst(), partners.getLast(), OPTION, OTHER_OPTION);
        while (true) {
            var read = answer(() -> suite.get("coordinator", ServiceName.NEIGHBOURHOOD, path));
            var version = Map.of("If-Match", read.headers().get("etag"));
            var answer = answer(() ->
                    suite.put("coordinator", ServiceName.NEIGHBOURHOOD, path + "/meeting/proposal", proposal, version));
            if (answer.status() < 300) {
                asked.addAndGet(partners.size());
                return;
            }
        }
    }

    private void byTelephone(String plan, String partner, String suits) throws InterruptedException {
        var path = "/neighbourhood-plans/" + plan + "/meeting";
        while (true) {
            var read = answer(() -> suite.get("coordinator", ServiceName.NEIGHBOURHOOD, path));
            if (read.body().path("answers").has(partner)
                    || read.body().path("state").asText().equals("AGREED")) {
                // taken, though the answer may have been lost
                answered.incrementAndGet();
                return;
            }
            var version = Map.of("If-Match", read.headers().get("etag"));
            answer(() -> suite.put(
                    "coordinator",
                    ServiceName.NEIGHBOURHOOD,
                    path + "/answers/" + partner,
                    "{\"suits\":" + suits + "}",
                    version));
        }
    }

    /** As the partner does: opens the mail, follows the link and chooses. */
    private void byLink(String plan) throws InterruptedException {
        var path = "/neighbourhood-plans/" + plan + "/meeting";
        var meeting = answer(() -> suite.get("coordinator", ServiceName.NEIGHBOURHOOD, path))
                .body()
                .required("id")
                .asText();
        var link = URI.create(link(meeting));
        var form = "suits=" + URLEncoder.encode(OPTION, StandardCharsets.UTF_8);
        while (true) {
            try {
                var request = HttpRequest.newBuilder(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
                int status = browser.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status < 400) {
                    answered.incrementAndGet();
                    return;
                }
                if (status < 500) {
                    throw new StartupException("the answer of a partner was refused: " + status);
                }
            } catch (IOException e) {
                // no answer: nobody knows whether it was taken, so it is sent again
            }
            Thread.sleep(100);
        }
    }

    private String link(String meeting) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = mails.get().stream()
                    .filter(mail -> mail.to().contains("tweede@"))
                    .flatMap(mail -> LINK.matcher(mail.text()).results())
                    .filter(link -> claims(link.group(1)).contains(meeting))
                    .findFirst();
            if (found.isPresent()) {
                return found.get().group();
            }
            Thread.sleep(200);
        }
        throw new StartupException("the mail with the link to answer did not come");
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private String addPartner(String name) throws IOException, InterruptedException {
        var partner = """
                {"municipality":"9901","kind":"%s","name":"Voorbeeldpartner","contactName":"contactpersoon","email":"%s@voorbeeld.example"}""".formatted("BUSINESS_ASSOCIATION", name);
        return suite.post(
                        "coordinator",
                        ServiceName.NEIGHBOURHOOD,
                        "/partners",
                        partner,
                        Map.of("Idempotency-Key", "load-" + name))
                .body()
                .required("id")
                .asText();
    }

    private String plan(UUID robbery) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = answer(() -> suite.get(
                            "coordinator", ServiceName.NEIGHBOURHOOD, "/neighbourhood-plans?robberyId=" + robbery))
                    .body()
                    .path("items")
                    .path(0);
            if (!found.isMissingNode()) {
                return found.get("id").asText();
            }
            Thread.sleep(20);
        }
        throw new StartupException("the plan of a robbery did not come");
    }

    private void arrange(String plan, String partner, int company, String time) throws InterruptedException {
        var path = "/neighbourhood-plans/" + plan;
        var arrangement = """
                {"partnerId":"%s","agreedOn":"%s","startsAt":"2026-03-18T%s:00+01:00"}""".formatted(partner, DAY, time);
        while (true) {
            var read = answer(() -> suite.get("coordinator", ServiceName.NEIGHBOURHOOD, path));
            var version = Map.of("If-Match", read.headers().get("etag"));
            var answer = answer(() ->
                    suite.put("coordinator", ServiceName.NEIGHBOURHOOD, path + "/arrangement", arrangement, version));
            if (answer.status() < 300) {
                accepted.incrementAndGet();
                invited.addAndGet(company);
                return;
            }
        }
    }

    private void cancel(String plan, int company) throws InterruptedException {
        var path = "/neighbourhood-plans/" + plan;
        while (true) {
            var read = answer(() -> suite.get("coordinator", ServiceName.NEIGHBOURHOOD, path));
            if (read.body().path("arrangement").isMissingNode()
                    || read.body().path("arrangement").isNull()) {
                // taken, though the answer was lost
                cancelled.incrementAndGet();
                calledOff.addAndGet(company);
                return;
            }
            var version = Map.of("If-Match", read.headers().get("etag"));
            var answer = answer(() -> suite.post(
                    "coordinator",
                    ServiceName.NEIGHBOURHOOD,
                    path + "/arrangement/cancellations",
                    "{\"askedBy\":\"PARTNER\",\"reason\":\"PARTNER_UNAVAILABLE\"}",
                    version));
            if (answer.status() < 300) {
                cancelled.incrementAndGet();
                calledOff.addAndGet(company);
                return;
            }
        }
    }
}
