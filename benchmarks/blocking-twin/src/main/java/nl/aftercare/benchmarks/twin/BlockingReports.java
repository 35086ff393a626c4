package nl.aftercare.benchmarks.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The intake endpoint of case-service with blocking code on virtual threads and plain JDBC: the same rows in the same order in one
 * transaction of the same database, whose outbox case-service relays. Only for comparison: it repeats nothing and refuses nothing.
 */
@Path("/v1/robbery-reports")
class BlockingReports {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String UNKNOWN = "UNKNOWN";
    private final DataSource database;
    private final ObjectMapper json;
    private final JsonWebToken token;
    private final SecretKeySpec key;

    BlockingReports(
            DataSource database,
            ObjectMapper json,
            JsonWebToken token,
            @ConfigProperty(name = "aftercare.pseudonym-key") String key) {
        this.database = database;
        this.json = json;
        this.token = token;
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed("police-feed")
    public Response report(@HeaderParam("Idempotency-Key") String idempotencyKey, @Valid Report report)
            throws SQLException, JsonProcessingException, GeneralSecurityException {
        var now = Instant.now();
        var robbery = next(now);
        var hash = hash(json.writeValueAsBytes(report));
        var cases = report.victims().stream().map(victim -> next(now)).toList();
        var answer = json.writeValueAsString(Map.of("robberyId", robbery, "cases", cases));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            store(connection, report, robbery, cases, hash, now);
            run(
                    connection,
                    "insert into idempotency_key values (?, ?, ?, ?, ?, ?)",
                    "police-feed/" + report.municipality() + "/" + idempotencyKey,
                    report.municipality(),
                    hash,
                    201,
                    answer,
                    Timestamp.from(now));
            connection.commit();
        }
        return Response.status(201).entity(answer).type("application/json").build();
    }

    private void store(Connection connection, Report report, UUID robbery, List<UUID> cases, String hash, Instant now)
            throws SQLException, JsonProcessingException, GeneralSecurityException {
        var municipality = report.municipality();
        var at = Timestamp.from(now);
        try (var statement = connection.prepareStatement("select set_config('aftercare.municipalities', ?, true)")) {
            statement.setString(1, municipality);
            statement.execute();
        }
        run(
                connection,
                "insert into feed_reference values (?, ?, ?, ?, ?) on conflict do nothing",
                municipality,
                "police-feed",
                report.reference(),
                robbery,
                hash);
        run(
                connection,
                "insert into robbery values (?, 0, ?, ?, ?, ?, 1, 'YES', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, '{}'::jsonb)",
                robbery,
                municipality,
                report.kind().name(),
                Timestamp.from(report.occurredAt()),
                at,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN);
        for (int i = 0; i < cases.size(); i++) {
            var victim = report.victims().get(i);
            run(
                    connection,
                    """
                    insert into aftercare_case (id, version, municipality, robbery_id, opened_on, feed, feed_reference,
                      victim_reference, victim_stated_at,
                      victim_type, victim_name, victim_email, address_shielded, victim_support_contacted, branch_contacted,
                      victim_support_checked, branch_checked, track, unanswered, visit_with_police, visit_advice_asked,
                      next_action, due_on)
                    values (?, 0, ?, ?, ?, 'police-feed', ?, ?, ?, ?, ?, ?, false, 'UNKNOWN', 'UNKNOWN', false, false, 'SCREENING', 0, false, false,
                      'ASK_POLICE', ?)""",
                    cases.get(i),
                    municipality,
                    robbery,
                    LocalDate.now(AMSTERDAM),
                    report.reference(),
                    victim.reference(),
                    at,
                    victim.type(),
                    victim.name(),
                    victim.email(),
                    LocalDate.now(AMSTERDAM).plusDays(1));
        }
        run(
                connection,
                "insert into outbox (id, topic, type, key, subject, municipality, recorded_at, data) values (?, 'aftercare.cases.v1', 'nl.aftercare.cases.robbery-reported.v1', ?, ?, ?, ?, ?)",
                next(now),
                robbery,
                robbery,
                municipality,
                at,
                event(report, robbery, cases, now));
        run(
                connection,
                "insert into audit_line values (?, ?, ?, ?, 'police-feed', 'police-feed', 'receive-robbery-report', ?, 'ok', '127.0.0.1', '')",
                next(now),
                municipality,
                at,
                token.getSubject(),
                robbery.toString());
        for (var aftercare : cases) {
            run(
                    connection,
                    "insert into processing_line values (?, ?, '', '', 'receive-robbery-report', 'Ok', ?, ?, 'https://aftercare.example/register/', ?, 'case')",
                    next(now),
                    municipality,
                    at,
                    at,
                    hash(aftercare.toString().getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private String event(Report report, UUID robbery, List<UUID> cases, Instant now) throws JsonProcessingException {
        return json.writeValueAsString(Map.of(
                "robberyId", robbery,
                "kind", report.kind(),
                "occurredOn",
                        LocalDate.ofInstant(report.occurredAt(), AMSTERDAM).toString(),
                "reportedAt", now.toString(),
                "severity", "STANDARD",
                "suspectKnown", UNKNOWN,
                "solved", UNKNOWN,
                "unrest", UNKNOWN,
                "surroundingsTenure", UNKNOWN,
                "caseIds", cases));
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private String hash(byte[] content) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return HexFormat.of().formatHex(mac.doFinal(content));
    }

    private static UUID next(Instant now) {
        var random = ThreadLocalRandom.current();
        return new UUID(
                (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0xFFFL),
                (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}
