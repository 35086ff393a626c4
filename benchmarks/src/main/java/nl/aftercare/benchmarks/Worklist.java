package nl.aftercare.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;

/**
 * Worklist, search and timeline at 1,000 cases and at 1,000,000, all of one municipality: a list stays flat however long it grows. The limit
 * beside it: a request of the same service that reads one row of a table with no more than one.
 */
final class Worklist {
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int WARM_UP = 1_500;
    private static final int REQUESTS = 1_500;
    private static final String ROBBERY = "md5('r' || %s)::uuid";
    private final Folders folders;

    Worklist(Folders folders) {
        this.folders = folders;
    }

    void run() throws Exception {
        var ports = Ports.free();
        var options = new Suite.Options(folders, ports, 1, Map.of())
                .only(ServiceName.CASE)
                .withJvm(List.of("-Xmx512m"));
        try (var suite = Suite.start(options)) {
            var client = new SuiteClient(ports, 1);
            var owner = client.subject("coordinator");
            designate(suite, owner);
            template(suite, client);
            var requests = requests();
            var few = new LinkedHashMap<String, Percentiles>();
            fill(suite, 1, FEW, owner);
            for (var request : requests.values()) {
                measure(suite, client, request);
            }
            for (var request : requests.entrySet()) {
                few.put(request.getKey(), measure(suite, client, request.getValue()));
            }
            Console.step("filling up to " + MANY + " cases");
            fill(suite, FEW + 1, MANY, owner);
            change(suite, "checkpoint");
            for (var request : requests.entrySet()) {
                print(
                        request.getKey(),
                        Objects.requireNonNull(few.get(request.getKey())),
                        measure(suite, client, request.getValue()));
            }
        }
    }

    /** @param content headers and body of a POST; empty for a GET */
    private record Request(String line, String content) {

        static Request get(String path) {
            return new Request("GET " + path, "");
        }

        static Request post(String path, String body) {
            return new Request(
                    "POST " + path,
                    "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        String with(String token) {
            return line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n"
                    + (content.isEmpty() ? "\r\n" : content);
        }
    }

    private static Map<String, Request> requests() {
        var requests = new LinkedHashMap<String, Request>();
        requests.put("one row of a small table (the limit)", Request.get("/v1/playbooks/9901"));
        requests.put("worklist of everybody", Request.get("/v1/worklist"));
        requests.put("own worklist", Request.get("/v1/worklist?owner=me"));
        requests.put("what is overdue", Request.get("/v1/worklist?urgency=OVERDUE"));
        requests.put("cases, the newest first", Request.get("/v1/cases"));
        requests.put("search by name", Request.post("/v1/case-searches", """
                {"purpose": "JUDGE_VISIT", "words": "%s"}""".formatted(Reports.NAME)));
        requests.put("timeline of a robbery", Request.get("/v1/robberies/" + md5("r500") + "/timeline"));
        return requests;
    }

    private static Percentiles measure(Suite suite, SuiteClient client, Request request)
            throws IOException, InterruptedException {
        var token = client.token("coordinator");
        var text = request.with(token);
        var nanos = new long[REQUESTS];
        try (var connection = new Connection(suite.services().getFirst().url())) {
            for (int n = -WARM_UP; n < REQUESTS; n++) {
                long start = System.nanoTime();
                var answer = connection.send(text);
                if (answer.status() != 200) {
                    throw new IllegalStateException(request.line() + ": " + answer);
                }
                if (n >= 0) {
                    nanos[n] = System.nanoTime() - start;
                }
            }
        }
        return new Percentiles(nanos);
    }

    private static void print(String what, Percentiles few, Percentiles many) {
        Console.print(
                "%-38s p50 %6.2f ms, p99 %6.2f at %d cases; p50 %6.2f ms, p99 %6.2f at %d; p99 ratio %.2f (aim 1.5)"
                        .formatted(
                                what,
                                few.millis(50),
                                few.millis(99),
                                FEW,
                                many.millis(50),
                                many.millis(99),
                                MANY,
                                many.millis(99) / few.millis(99)));
    }

    private static void designate(Suite suite, String person) throws SQLException {
        change(suite, """
                insert into designation values ('%s', '9901', '%s', '2000-01-01', '2099-12-31', 'bench')""".formatted(md5("designation"), person));
    }

    /** One real report, of which all others are copies. */
    private static void template(Suite suite, SuiteClient client) throws IOException, InterruptedException {
        try (var connection = new Connection(suite.services().getFirst().url())) {
            connection.send(Reports.next(client.token("police-feed")));
        }
    }

    /** One owner in 500 is who asks; what is due is spread over two years, half of it overdue. */
    private static void fill(Suite suite, int from, int to, String owner) throws SQLException {
        var robbery = ROBBERY.formatted("n");
        change(suite, """
                insert into robbery select x.* from robbery t, generate_series(%d, %d) n,
                  jsonb_populate_record(t, jsonb_build_object('id', %s)) x
                where t.id = (select robbery_id from feed_reference)""".formatted(from, to, robbery));
        change(suite, """
                insert into aftercare_case select x.* from aftercare_case t, generate_series(%d, %d) n,
                  jsonb_populate_record(t, jsonb_build_object('id', md5('c' || n)::uuid, 'robbery_id', %s,
                    'owner', case when n %% 500 = 0 then '%s' else 'colleague-' || n %% 500 end,
                    'due_on', current_date - 365 + n %% 730)) x
                where t.robbery_id = (select robbery_id from feed_reference)""".formatted(from, to, robbery, owner));
        change(suite, """
                insert into timeline_step select md5('t' || n || '/' || k)::uuid, '9901', %s, now(),
                  'nl.aftercare.cases.case-reopened.v1',
                  jsonb_build_object('robberyId', %s, 'caseId', md5('c' || n)::uuid)
                from generate_series(%d, %d) n, generate_series(1, 6) k""".formatted(robbery, robbery, from, to));
        // the five words of the template are in one case of every 1,000, 5,000, 9,000 and so on; the others have words
        // of their own
        change(suite, """
                insert into case_word select '9901', case when n %% own.every = 0 then own.word else md5(own.word || n) end,
                  md5('c' || n)::uuid
                from generate_series(%d, %d) n, (
                  select word, 1000 + 4000 * (row_number() over (order by word) - 1) as every from case_word
                  where case_id = (select id from aftercare_case where robbery_id = (select robbery_id from feed_reference))
                  order by word limit 5) own""".formatted(from, to));
        change(suite, "vacuum analyze");
    }

    private static void change(Suite suite, String sql) throws SQLException {
        try (var connection = suite.postgres().connect("cases");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As PostgreSQL makes a UUID of an MD5 hash. */
    private static String md5(String text) {
        try {
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII)));
            return hash.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
