package nl.aftercare.cases;

import static nl.aftercare.cases.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import nl.aftercare.testing.Database;
import nl.aftercare.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class HousekeepingTest {
    private static final Database STORED = Database.asSuperuser("cases");

    @ParameterizedTest
    @CsvSource({"47 hours, 1", "49 hours, 0"})
    void anIdempotencyKeyIsForgottenAfterTwoDays(String age, int left) {
        var key = UUID.randomUUID().toString();
        aReport().send(key);
        STORED.column("update idempotency_key set answered_at = now() - interval '" + age + "' where id like '%" + key
                + "' returning id");

        Database.asService("cases").column("select forget_what_is_old()");

        assertThat(STORED.count("from idempotency_key where id like '%" + key + "'"))
                .isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"29 days, 1", "31 days, 0"})
    void anInboxEntryIsForgottenAfterThirtyDays(String age, int left) {
        var id = UUID.randomUUID();
        STORED.column(
                "insert into inbox values ('test', '" + id + "', now() - interval '" + age + "') returning source");

        Database.asService("cases").column("select forget_what_is_old()");

        assertThat(STORED.count("from inbox where event_id = '" + id + "'")).isEqualTo(left);
    }

    @Test
    void afterItsKeyIsForgottenAReportIsStillTheSameRobbery() {
        var report = aReport();
        var key = UUID.randomUUID().toString();
        var first = report.send(key);
        STORED.column("delete from idempotency_key where id like '%" + key + "' returning id");

        var again = report.send(key);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }
}
