package nl.aftercare.cases.intake;

import static nl.aftercare.cases.Reports.aReport;
import static nl.aftercare.cases.Reports.robberyId;
import static nl.aftercare.cases.Reports.victim;
import static nl.aftercare.testing.ApiRules.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import nl.aftercare.testing.Topic;
import nl.aftercare.testing.WireContract;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RobberyReportTest {
    private static final Topic CASES = new Topic("aftercare.cases.v1");
    private static final Database STORED = Database.asSuperuser("cases");

    @Test
    void aReportOpensARobberyAndACaseForEachVictim() {
        var answer =
                aReport().with("victims", List.of(victim("1"), victim("2"))).send();

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v1/robberies/" + robberyId(answer));
        assertThat(answer.jsonPath().getList("cases.victimReference")).containsExactly("1", "2");
        assertThat(STORED.count("from aftercare_case where robbery_id = '" + robberyId(answer) + "'"))
                .isEqualTo(2);
    }

    @Test
    void aReportIsToldAsPromised() {
        var answer = aReport().with("victims", List.of()).send();

        var told = CASES.await(1, UUID.fromString(robberyId(answer))).getFirst();

        new WireContract("case-service").check(told);
        assertThat(Topic.header(told, "ce_type")).isEqualTo("nl.aftercare.cases.robbery-reported.v1");
        assertThat(Topic.header(told, "ce_subject")).isEqualTo(robberyId(answer));
        assertThat(Topic.header(told, "ce_municipality")).isEqualTo("9901");
        assertThat(Topic.header(told, "ce_source")).isEqualTo("urn:nld:oin:00000000000000000000:systeem:case-service");
        assertThat(Topic.header(told, "content-type")).isEqualTo("application/json");
        assertThat(Topic.header(told, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void aRepeatWithTheSameKeyGetsTheFirstAnswerAgain() {
        var report = aReport();
        var key = UUID.randomUUID().toString();
        var first = report.send(key);

        var second = report.send(key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertToldOnce(first);
    }

    @Test
    void aRepeatWithAnotherKeyButTheSameReferenceOpensNothing() {
        var report = aReport();
        var first = report.send();

        var second = report.send();

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertToldOnce(first);
    }

    @Test
    void concurrentRepeatsOpenOneRobbery() throws Exception {
        var report = aReport();
        var key = UUID.randomUUID().toString();
        Callable<Response> sameKey = () -> report.send(key);
        Callable<Response> freshKey = report::send;
        var repeats = Stream.concat(Collections.nCopies(6, sameKey).stream(), Collections.nCopies(6, freshKey).stream())
                .toList();

        List<Response> answers;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = pool.invokeAll(repeats).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertToldOnce(answers.getFirst());
    }

    @Test
    void theSameKeyForAnotherReportIsAConflict() {
        var key = UUID.randomUUID().toString();
        aReport().send(key);

        isProblem(aReport().send(key), 409);
    }

    @Test
    void theSameReferenceWithOtherContentIsAConflict() {
        var report = aReport();
        report.send();

        isProblem(report.with("kind", "RESIDENTIAL").send(), 409);
    }

    @Test
    void twoMunicipalitiesMayUseTheSameReference() {
        var report = aReport();
        var first = report.send();

        var second = report.with("municipality", "9902").send();

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(robberyId(second)).isNotEqualTo(robberyId(first));
    }

    @Test
    void aRobberyInTheFutureIsRefusedAndNothingIsStored() {
        var reference = UUID.randomUUID().toString();

        isProblem(
                aReport()
                        .with("reference", reference)
                        .with("occurredAt", "2100-01-01T00:00:00Z")
                        .send(),
                409);

        assertThat(STORED.count("from feed_reference where reference = '" + reference + "'"))
                .isZero();
    }

    @Test
    void aReportForAMunicipalityThatIsNotTheFeedsIsRefused() {
        isProblem(aReport().with("municipality", "0363").send(), 403);
    }

    private static void assertToldOnce(Response answer) {
        var id = robberyId(answer);
        assertThat(STORED.count("from robbery where id = '" + id + "'")).isEqualTo(1);
        // told after it, in order of commits: when this one is there, a second one of the first would be too
        var later = aReport().send();
        CASES.await(1, UUID.fromString(robberyId(later)));
        assertThat(CASES.all().stream().filter(message -> id.equals(message.key())))
                .hasSize(1);
    }
}
