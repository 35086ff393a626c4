package nl.aftercare.journey;

import static nl.aftercare.journey.Insisting.answer;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.SuiteClient;

/**
 * The coordinator under load decides that victims get no visit but a message, and lets each go: as a text message, else as a mail, else on
 * paper.
 */
final class VictimLetters implements AutoCloseable {
    private static final int PAUSE_MILLIS = 200;
    private final SuiteClient suite;
    private final AtomicInteger decided = new AtomicInteger();
    private final Coordinator<String> coordinator;

    VictimLetters(SuiteClient suite) throws InterruptedException {
        this.suite = suite;
        settle();
        coordinator = new Coordinator<>(this::decide, this::approve);
    }

    /** Decisions taken so far, each with a message to the victim. */
    int decided() {
        return decided.get();
    }

    void add(String caseId) {
        coordinator.add(caseId);
    }

    /** Waits until all are decided and approved, or one cannot be: then it says why. */
    Optional<String> finish() throws InterruptedException {
        return coordinator.finish();
    }

    @Override
    public void close() {
        coordinator.close();
    }

    private void settle() throws InterruptedException {
        var path = "/sending-settings/9901";
        var rules = """
                {"rules":[{"template":"victim-help","channels":["TEXT","EMAIL","PRINT"],"urgent":false,
                "needsApproval":true}]}""";
        var read = answer(() -> suite.get("manager", ServiceName.NOTIFICATION, path));
        var version = Map.of("If-Match", read.headers().get("etag"));
        answer(() -> suite.put("manager", ServiceName.NOTIFICATION, path, rules, version));
    }

    private void approve() throws InterruptedException {
        for (int approved = 0; approved < decided(); Thread.sleep(PAUSE_MILLIS)) {
            approved += approveAll();
        }
    }

    private void decide(String caseId) throws InterruptedException {
        var path = "/cases/" + caseId + "/track";
        while (true) {
            var read = answer(() -> suite.get("coordinator", ServiceName.CASE, path));
            var version = Map.of("If-Match", read.headers().get("etag"));
            var answer = answer(() -> suite.put(
                    "coordinator",
                    ServiceName.CASE,
                    path + "/decision",
                    "{\"result\":\"GRANTED_WITHOUT_VISIT\"}",
                    version));
            if (answer.status() < 300) {
                decided.incrementAndGet();
                return;
            }
        }
    }

    private int approveAll() throws InterruptedException {
        var waiting = answer(() -> suite.get(
                        "coordinator", ServiceName.NOTIFICATION, "/messages?state=AWAITING_APPROVAL&limit=100"))
                .body()
                .path("items");
        for (var message : waiting) {
            var path = "/messages/" + message.get("id").asText() + "/approval";
            answer(() -> suite.put("coordinator", ServiceName.NOTIFICATION, path, "", Map.of()));
        }
        return waiting.size();
    }
}
