package nl.aftercare.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.StartupException;
import nl.aftercare.quickstart.SuiteClient;
import nl.aftercare.quickstart.SuiteClient.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The police and the victim-support feed under load. As a good integrator they repeat a request, with the same
 * {@code Idempotency-Key}, until it is answered; now and then they repeat an answered one.
 */
final class Feeds {
    private static final String[] PARTIES = {"NO", "YES"};
    /** One in so many robberies of a business gets a meeting. */
    private static final int ARRANGED = 3;
    /** One in so many robberies is solved. */
    private static final int SOLVED = 4;

    private final SuiteClient suite;
    private final Arrangements arrangements;
    private final @Nullable VictimLetters letters;
    private final long seed;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger victims = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger updates = new AtomicInteger();
    private final AtomicInteger updatedVictims = new AtomicInteger();

    /** @param letters to each victim; null when no victim is written to */
    Feeds(SuiteClient suite, Arrangements arrangements, @Nullable VictimLetters letters, long seed) {
        this.letters = letters;
        this.arrangements = arrangements;
        this.suite = suite;
        this.seed = seed;
    }

    /** Reports accepted so far; each with 0 to 2 victims, and for each victim first "no contact", then "contact". */
    int accepted() {
        return accepted.get();
    }

    int victims() {
        return victims.get();
    }

    /** Updates accepted so far, at most one for a robbery, some of them before its report. */
    int updates() {
        return updates.get();
    }

    /** The victims of robberies with an update. */
    int updatedVictims() {
        return updatedVictims.get();
    }

    /** Requests that got no answer, or an answer of 5xx, and were sent again. */
    int retries() {
        return retries.get();
    }

    /** Delivers report number {@code n} and all that follows from it. */
    void deliver(int n) throws IOException, InterruptedException {
        var random = new Random(seed * 1_000_003 + n);
        int count = random.nextInt(3);
        var reference = "LOAD-" + seed + "-" + n;
        boolean commercial = random.nextBoolean();
        var report = report(reference, count, commercial);
        boolean solved = random.nextInt(SOLVED) == 0;
        boolean early = random.nextBoolean();
        if (solved && early) {
            solve(reference);
        }
        var answer = send("police-feed", "/robbery-reports", report, reference + "-report");
        if (random.nextInt(10) == 0) {
            send("police-feed", "/robbery-reports", report, reference + "-report");
            send("police-feed", "/robbery-reports", report, reference + "-again");
        }
        if (solved && !early) {
            solve(reference);
        }
        if (solved) {
            updates.incrementAndGet();
            updatedVictims.addAndGet(count);
        }
        victims.addAndGet(count);
        accepted.incrementAndGet();
        if (commercial && random.nextInt(ARRANGED) == 0) {
            arrangements.add(UUID.fromString(answer.get("robberyId").asText()));
        }
        for (var opened : answer.get("cases")) {
            for (var contacted : PARTIES) {
                var contact = """
                        {"municipality":"9901","caseId":"%s","party":"VICTIM_SUPPORT","contacted":"%s"}""".formatted(opened.get("caseId").asText(), contacted);
                send(
                        "victim-support-feed",
                        "/victim-contacts",
                        contact,
                        opened.get("caseId").asText() + contacted);
            }
            if (letters != null) {
                letters.add(opened.get("caseId").asText());
            }
        }
    }

    /** The police found a suspect: told after the report, or before it arrives. */
    private void solve(String reference) throws IOException, InterruptedException {
        var update = """
                {"reference":"%s","municipality":"9901","statedAt":"2026-03-09T09:00:00Z","solved":"YES"}""".formatted(reference);
        send("police-feed", "/robbery-updates", update, reference + "-solved");
    }

    private JsonNode send(String feed, String path, String body, String key) throws IOException, InterruptedException {
        while (true) {
            try {
                var answer = suite.post(feed, ServiceName.CASE, path, body, Map.of("Idempotency-Key", key));
                if (answer.status() < 300) {
                    return answer.body();
                }
                requireServerError(answer);
            } catch (IOException e) {
                // no answer: nobody knows whether it was taken, so it is sent again
            }
            retries.incrementAndGet();
            Thread.sleep(100);
        }
    }

    private static void requireServerError(Answer answer) {
        if (answer.status() < 500) {
            throw new StartupException("a request of the load was refused: " + answer.body());
        }
    }

    private static String report(String reference, int victims, boolean commercial) {
        var people = new StringBuilder();
        for (int i = 1; i <= victims; i++) {
            people.append(i == 1 ? "" : ",").append("""
                            {"reference":"%d","type":"DIRECT","name":"Slachtoffer Voorbeeld",\
                            "email":"slachtoffer@voorbeeld.example","phone":"+31600000000"}""".formatted(i));
        }
        return """
                {"reference":"%s","municipality":"9901","kind":"%s","occurredAt":"2026-03-02T21:40:00+01:00",\
                "policeObjection":"NO","victims":[%s]}""".formatted(reference, commercial ? "COMMERCIAL" : "RESIDENTIAL", people);
    }
}
