package nl.aftercare.benchmarks;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.aftercare.quickstart.Console;
import nl.aftercare.quickstart.Folders;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.Suite;
import nl.aftercare.quickstart.SuiteClient;

/**
 * How fast waiting messages go to the mail server, how long an urgent one waits behind a bulk of 10,000, and what memory 100,000 that
 * wait take. The limit beside it: a loop that sends the same mails over one connection and keeps nothing.
 */
final class Outreach {
    private static final int MESSAGES = 2_000;
    private static final int BULK = 10_000;
    private static final int QUEUED = 100_000;
    private static final int URGENT = 20;
    private static final Duration WATCHED = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private final Folders folders;
    private final Ports ports = Ports.free();

    Outreach(Folders folders) {
        this.folders = folders;
    }

    void run() throws Exception {
        var options = new Suite.Options(
                folders, ports, 1, Map.of(), List.of(ServiceName.CASE, ServiceName.NOTIFICATION), List.of("-Xmx256m"));
        try (var suite = Suite.start(options)) {
            var client = new SuiteClient(ports, 1);
            client.put(
                    "coordinator",
                    ServiceName.CASE,
                    "/coordinators/9901",
                    "{\"name\":\"Coördinator Voorbeeld\",\"email\":\"nazorg@voorbeeld.example\"}",
                    Map.of());
            Console.step("warming up");
            promise(suite, MESSAGES, false);
            awaitSent(suite, MESSAGES);
            rate(suite);
            delay(suite);
            memory(suite);
        }
    }

    private void rate(Suite suite) throws SQLException, InterruptedException, MessagingException {
        int before = sent(suite);
        promise(suite, MESSAGES, false);
        long start = System.nanoTime();
        awaitSent(suite, before + MESSAGES);
        double seconds = (System.nanoTime() - start) / 1e9;
        long bareStart = System.nanoTime();
        bare();
        double bare = (System.nanoTime() - bareStart) / 1e9;
        Console.print("%n%d messages: %.0f a second; a bare loop over one connection %.0f a second"
                .formatted(MESSAGES, MESSAGES / seconds, MESSAGES / bare));
    }

    private void bare() throws MessagingException {
        var session = Session.getInstance(new Properties());
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", ports.smtp(), null, null);
            var to = new InternetAddress("nazorg@voorbeeld.example");
            for (int i = 0; i < MESSAGES; i++) {
                var mail = new MimeMessage(session);
                mail.setFrom(new InternetAddress("nazorg@voorbeeldstad.example"));
                mail.setRecipient(Message.RecipientType.TO, to);
                mail.setSubject("Maak een afspraak over de bijeenkomst");
                mail.setText("Er is nog geen afspraak over een bijeenkomst voor de buurt.\n".repeat(12), "UTF-8");
                mail.saveChanges();
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        }
    }

    private void delay(Suite suite) throws SQLException, InterruptedException {
        promise(suite, BULK, false);
        int before = sent(suite);
        for (int i = 0; i < URGENT; i++) {
            Thread.sleep(500);
            promise(suite, 1, true);
        }
        while (count(suite, "message where state = 'WAITING' and (rule ->> 'urgent')::boolean") > 0) {
            Thread.sleep(50);
        }
        int during = sent(suite) - before - URGENT;
        var delays = new ArrayList<Double>();
        try (var connection = suite.postgres().connect("notifications");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select extract(epoch from sent_at - promised_at) * 1000 from message"
                        + " where (rule ->> 'urgent')::boolean order by 1")) {
            while (rows.next()) {
                delays.add(rows.getDouble(1));
            }
        }
        Console.print("%d urgent messages while a bulk of %d goes (%d of it meanwhile): median %.0f ms, longest %.0f ms"
                .formatted(delays.size(), BULK, during, delays.get(delays.size() / 2), delays.get(delays.size() - 1)));
        awaitNoneWaiting(suite);
    }

    private void memory(Suite suite) throws SQLException, InterruptedException, IOException {
        var service = suite.services().get(1);
        long before = Startup.residentMegabytes(service.pid());
        promise(suite, QUEUED, false);
        var resident = new ArrayList<Long>();
        long end = System.nanoTime() + WATCHED.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(5_000);
            resident.add(Startup.residentMegabytes(service.pid()));
        }
        Console.print("%d messages queued: %d MB resident before, then every 5 s %s MB (heap of at most 256 MB)"
                .formatted(QUEUED, before, resident));
    }

    /** Straight into the ledger, as if that many events had come. */
    private static void promise(Suite suite, int messages, boolean urgent) throws SQLException {
        try (var connection = suite.postgres().connect("notifications");
                var statement = connection.createStatement()) {
            statement.execute("""
                    with promised as (
                      insert into message (id, version, municipality, robbery_id, template, recipient_id, details, rule,
                        promised_at, state, attempts)
                      select gen_random_uuid(), 0, '9901', gen_random_uuid(), 'WINDOW_NEARS', gen_random_uuid(),
                        '{"mark": "TARGET", "markOn": "2026-03-16"}',
                        '{"channels": ["EMAIL"], "urgent": %1$s, "needsApproval": false}', now(), 'WAITING', 0
                      from generate_series(1, %2$d) returning id),
                    known as (
                      insert into message_fact (id, message_id, place, municipality, at, kind)
                      select gen_random_uuid(), id, 0, '9901', now(), 'CREATED' from promised)
                    insert into delivery_queue (message_id, municipality, urgent, due_at)
                    select id, '9901', %1$s, now() from promised""".formatted(urgent, messages));
        }
    }

    private static void awaitSent(Suite suite, int messages) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (sent(suite) < messages) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the messages were not sent");
            }
            Thread.sleep(20);
        }
    }

    private static void awaitNoneWaiting(Suite suite) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count(suite, "message where state = 'WAITING'") > 0 && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
    }

    private static int sent(Suite suite) throws SQLException {
        return count(suite, "message where state = 'SENT'");
    }

    private static int count(Suite suite, String from) throws SQLException {
        try (var connection = suite.postgres().connect("notifications");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
