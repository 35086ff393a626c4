package nl.aftercare.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aftercare.quickstart.Suite;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Counts what came of a load, in the databases, on the topics and at the mail server, and compares it with what should have. */
final class Tally {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REVISIONS = "select coalesce(sum(revision), 0) from tailored_offer";
    private static final String SENT = "message where sent_at is not null and robbery_id is not null";
    private static final String DONE = """
            message where state in ('SENT', 'DELIVERED', 'SUPERSEDED', 'IN_HAND') and template in ('NEW_CASE',
              'MEETING_ASKED', 'MEETING_ANSWERED', 'MEETING_ARRANGED', 'MEETING_WITHDRAWN', 'VICTIM_HELP')""";
    private static final String TAKEN =
            "message where id in (select message_id from message_fact where kind = 'ACCEPTED' and channel = '%s')";
    private static final String UNDERWAY = "message where state in ('WAITING', 'AWAITING_APPROVAL')";
    private static final String IN_HAND = "message where state = 'IN_HAND'";
    /** An attempt of which nobody kept how it went, since the service died. */
    private static final String CUT_OFF = """
            message m where exists (select 1 from message_fact a join message_fact b
              on b.message_id = a.message_id and b.place = a.place + 1
              where a.message_id = m.id and a.kind = 'ATTEMPTED' and (b.kind = 'ATTEMPTED' or b.code = 'no-answer'))""";

    /** Overtaken before the service knew what became of an attempt: the mail may have arrived. */
    private static final String OVERTAKEN = """
            message m where state = 'SUPERSEDED' and exists (
              select 1 from message_fact where message_id = m.id and kind = 'ATTEMPTED' and channel = 'EMAIL')""";

    private static final String TO_COORDINATOR = "message where template = 'NEW_CASE'";
    private final Suite suite;
    private final int reports;
    private final int victims;
    private final int updates;
    private final int revisions;
    private final int arrangements;
    private final int cancelled;
    private final int invited;
    private final int calledOff;
    private final int asked;
    private final int letters;
    private final @Nullable Outside outside;
    private final int answered;
    private final Map<String, long[]> counts = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param feeds what was accepted
     * @param meetings what the coordinator arranged and cancelled
     * @param letters to victims; null when none was written to
     * @param outside the channels that have moods; null when none has
     */
    Tally(Suite suite, Feeds feeds, Arrangements meetings, @Nullable VictimLetters letters, @Nullable Outside outside) {
        this.letters = letters == null ? 0 : letters.decided();
        this.outside = outside;
        this.suite = suite;
        this.reports = feeds.accepted();
        this.victims = feeds.victims();
        this.updates = feeds.updates();
        // a report, two contacts, and an arrest where there was one
        this.revisions = 3 * feeds.victims() + feeds.updatedVictims();
        this.arrangements = meetings.accepted();
        this.cancelled = meetings.cancelled();
        this.invited = meetings.invited();
        this.calledOff = meetings.calledOff();
        this.asked = meetings.asked();
        this.answered = meetings.answered();
    }

    /** Whether the last effects of the load have arrived; more may have come than should. */
    boolean isComplete() throws SQLException {
        return total("offers", REVISIONS) >= revisions
                && stored("neighbourhood", "neighbourhood_plan") >= reports
                && stored("notifications", DONE) >= messages()
                && stored("notifications", UNDERWAY) == 0
                && (outside == null || outside.notifyNl().receiptsLeft() == 0)
                && stored("cases", "timeline_step") >= told()
                && stored("cases", "outbox")
                                + stored("offers", "outbox")
                                + stored("neighbourhood", "outbox")
                                + stored("notifications", "outbox")
                        == 0;
    }

    void count() throws SQLException, IOException {
        inDatabases();
        onTopics();
        atTheMailServer();
    }

    /** What was not found as often as it should be. */
    List<String> differences() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue()[0] != count.getValue()[1])
                .map(count -> "%s: %d of %d".formatted(count.getKey(), count.getValue()[1], count.getValue()[0]))
                .toList();
    }

    private void inDatabases() throws SQLException {
        expect("reports accepted = robberies", reports, stored("cases", "robbery"));
        expect("victims = cases", victims, stored("cases", "aftercare_case"));
        expect("victims = offers", victims, stored("offers", "tailored_offer"));
        expect(
                "offers that know the last contact",
                victims,
                stored("offers", "tailored_offer where facts #>> '{victimSupport,contacted}' = 'YES'"));
        expect("revisions of offers", revisions, total("offers", REVISIONS));
        expect("updates = solved robberies", updates, stored("cases", "robbery where solved = 'YES'"));
        expect(
                "updates that still wait for their robbery",
                0,
                stored("cases", "intake_message where state = 'WAITING'"));
        expect("robberies = plans", reports, stored("neighbourhood", "neighbourhood_plan"));
        expect(
                "arrangements = revisions of plans",
                arrangements,
                total("neighbourhood", "select coalesce(sum(arrangement_revision), 0) from neighbourhood_plan"));
        expect("robberies = messages to the coordinator", reports, stored("notifications", TO_COORDINATOR));
        expect(
                "invitations = messages to partners",
                invited,
                stored("notifications", "message where template = 'MEETING_ARRANGED'"));
        expect(
                "who need not come = messages to partners",
                calledOff,
                stored("notifications", "message where template = 'MEETING_WITHDRAWN'"));
        expect(
                "partners asked = messages to partners",
                asked,
                stored("notifications", "message where template = 'MEETING_ASKED'"));
        expect(
                "answers = messages to the coordinator",
                answered,
                stored("notifications", "message where template = 'MEETING_ANSWERED'"));
        expect(
                "decisions = messages to victims",
                letters,
                stored("notifications", "message where template = 'VICTIM_HELP'"));
        expect("messages sent or overtaken", messages(), stored("notifications", DONE));
        expect(
                "messages to the coordinator overtaken",
                0,
                stored("notifications", TO_COORDINATOR + " and state not in ('SENT', 'IN_HAND')"));
        expect("the newest of a meeting is the last that a partner heard", 0, stored("notifications", """
                        message a where lane is not null and state = 'SUPERSEDED' and not exists (
                          select 1 from message b where b.lane = a.lane
                          and (b.details ->> 'sequence')::int > (a.details ->> 'sequence')::int)"""));
        for (var database : List.of("cases", "offers", "neighbourhood", "notifications")) {
            expect("left in the outbox of " + database, 0, stored(database, "outbox"));
        }
    }

    private void onTopics() throws IOException, SQLException {
        var kafka = new KafkaLog(suite.kafka().bootstrapServers());
        var cases = kafka.all("aftercare.cases.v1");
        expect("robbery-reported told", reports, distinct(cases, "robbery-reported"));
        expect("robberies told of", reports, keys(cases, "robbery-reported"));
        expect("victim-contacted told", 2L * victims, distinct(cases, "victim-contacted"));
        expect("told of a robbery out of order", 0, outOfOrder(cases));
        var offers = kafka.all("aftercare.offers.v1");
        expect("robbery-changed told", updates, distinct(cases, "robbery-changed"));
        expect("offer-composed told", revisions, distinct(offers, "offer-composed"));
        expect("offers out of order", 0, revisionsOutOfOrder(offers));
        var plans = kafka.all("aftercare.neighbourhood.v1");
        expect("neighbourhood-plan-opened told", reports, distinct(plans, "neighbourhood-plan-opened"));
        expect("meeting-arranged told", arrangements, distinct(plans, "meeting-arranged"));
        expect("meeting-date-asked told", asked, distinct(plans, "meeting-date-asked"));
        expect("meeting-answered told", answered, distinct(plans, "meeting-answered"));
        expect("meeting-invited told", invited, distinct(plans, "meeting-invited"));
        expect("meeting-cancelled told", cancelled, distinct(plans, "meeting-cancelled"));
        expect("meeting-called-off told", calledOff, distinct(plans, "meeting-called-off"));
        var messages = kafka.all("aftercare.notifications.v1");
        expect("message-sent told", stored("notifications", SENT), distinct(messages, "message-sent"));
        expect(
                "all of it in the timelines",
                told() + distinct(messages, "message-in-hand"),
                stored("cases", "timeline_step"));
        for (var topic : kafka.topics()) {
            if (topic.endsWith(".dead")) {
                expect("in " + topic, 0, kafka.all(topic).size());
            }
        }
        long repeated = cases.size()
                + offers.size()
                + plans.size()
                + messages.size()
                - ids(cases)
                - ids(offers)
                - ids(plans)
                - ids(messages);
        notes.add("records that were published again and absorbed: " + repeated);
    }

    /** All messages that the load promises. */
    private int messages() {
        return reports + invited + calledOff + asked + answered + letters;
    }

    /** All that the services tell of the load, but for what the moods of a channel leave to a person. */
    private long told() throws SQLException {
        return 2L * reports
                + updates
                + 2L * victims
                + revisions
                + arrangements
                + invited
                + cancelled
                + calledOff
                + asked
                + answered
                + letters
                + stored("notifications", SENT);
    }

    private void atTheMailServer() throws SQLException {
        var ids = suite.mail().mails().stream()
                .collect(Collectors.groupingBy(mail -> mail.messageId(), Collectors.counting()));
        var sent = idsOf(TAKEN.formatted("EMAIL"));
        expect(
                "messages sent that are at the mail server",
                sent.size(),
                sent.stream().filter(ids::containsKey).count());
        expect(
                "promised = ended + with a person + planned",
                stored("notifications", "message"),
                stored("notifications", """
                        message where state in ('SENT', 'DELIVERED', 'SUPERSEDED', 'WITHHELD', 'DONE_BY_HAND', 'IN_HAND',
                          'PLANNED')"""));
        if (outside == null) {
            var overtaken = idsOf(OVERTAKEN);
            expect(
                    "mails that no message accounts for",
                    0,
                    ids.keySet().stream()
                            .filter(id -> !sent.contains(id) && !overtaken.contains(id))
                            .count());
            notes.add("mails of messages overtaken in the attempt: "
                    + overtaken.stream().filter(ids::containsKey).count());
        } else {
            atBadChannels(outside, ids);
        }
        notes.add("mails that were sent again, with the same Message-ID: "
                + ids.values().stream().mapToLong(count -> count - 1).sum());
        var calendars = Calendars.of(suite.mail().mails());
        expect("calendars that got something older after something newer", 0, calendars.outOfOrder());
        expect("calendars that do not show what is", 0, calendars.wrong(meetings()));
    }

    private void atBadChannels(Outside channels, Map<String, Long> ids) throws SQLException {
        var mayComeTwice = idsOf(CUT_OFF);
        mayComeTwice.addAll(channels.mail().unanswered());
        expect(
                "mails that came twice though the first was answered",
                0,
                ids.entrySet().stream()
                        .filter(mail -> mail.getValue() > 1 && !mayComeTwice.contains(mail.getKey()))
                        .count());
        var taken = channels.notifyNl().taken();
        expect(
                "text messages sent that NotifyNL has",
                stored("notifications", TAKEN.formatted("TEXT")),
                stored(
                        "notifications",
                        TAKEN.formatted("TEXT") + " and id::text || '/TEXT' in ('" + String.join("','", taken.keySet())
                                + "')"));
        expect(
                "text messages that NotifyNL took twice",
                0,
                taken.values().stream().filter(times -> times > 1).count());
        expect("receipts of NotifyNL that nobody took", 0, channels.notifyNl().receiptsLeft());
        notes.add("moods of the mail server: " + channels.mail().moods() + ", of NotifyNL: "
                + channels.notifyNl().moods());
        notes.add("messages: " + stored("notifications", "message") + ", with a person: "
                + stored("notifications", IN_HAND) + ", planned: "
                + stored("notifications", "message where state = 'PLANNED'"));
    }

    /** How each meeting is: when it begins, or nothing when it was cancelled. */
    private Map<String, Optional<Instant>> meetings() throws SQLException {
        var meetings = new HashMap<String, Optional<Instant>>();
        try (var connection = suite.postgres().connect("neighbourhood");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, (body #>> '{slot,startsAt}')::numeric from meeting")) {
            while (rows.next()) {
                meetings.put(
                        rows.getString(1),
                        Optional.ofNullable(rows.getBigDecimal(2))
                                .map(seconds -> Instant.ofEpochSecond(seconds.longValue())));
            }
        }
        return meetings;
    }

    private void expect(String what, long expected, long found) {
        counts.put(what, new long[] {expected, found});
    }

    /** Message-IDs, as a mail has them. */
    private Set<String> idsOf(String messages) throws SQLException {
        var ids = new HashSet<String>();
        try (var connection = suite.postgres().connect("notifications");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from " + messages)) {
            while (rows.next()) {
                ids.add("<" + rows.getString(1) + "@aftercare.example>");
            }
        }
        return ids;
    }

    private long stored(String database, String table) throws SQLException {
        return total(database, "select count(*) from " + table);
    }

    private long total(String database, String query) throws SQLException {
        try (var connection = suite.postgres().connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long distinct(List<ConsumerRecord<String, byte[]>> messages, String event) {
        return messages.stream()
                .filter(message -> isA(message, event))
                .map(message -> KafkaLog.header(message, "ce_id"))
                .distinct()
                .count();
    }

    private static long keys(List<ConsumerRecord<String, byte[]>> messages, String event) {
        return messages.stream()
                .filter(message -> isA(message, event))
                .map(ConsumerRecord::key)
                .distinct()
                .count();
    }

    private static long ids(List<ConsumerRecord<String, byte[]>> messages) {
        return messages.stream()
                .map(message -> KafkaLog.header(message, "ce_id"))
                .distinct()
                .count();
    }

    /** By the first delivery of each event: the report comes first, and no event is older than the one before it. */
    private static long outOfOrder(List<ConsumerRecord<String, byte[]>> messages) {
        var seen = new HashSet<String>();
        var latest = new HashMap<String, Instant>();
        long wrong = 0;
        for (var message : messages) {
            if (!seen.add(KafkaLog.header(message, "ce_id"))) {
                continue;
            }
            var time = Instant.parse(KafkaLog.header(message, "ce_time"));
            var before = latest.put(message.key(), time);
            boolean first = before == null;
            if (first != isA(message, "robbery-reported") || !first && before.compareTo(time) > 0) {
                wrong++;
            }
        }
        return wrong;
    }

    private static long revisionsOutOfOrder(List<ConsumerRecord<String, byte[]>> offers) throws IOException {
        var seen = new HashSet<String>();
        var revisions = new HashMap<String, Integer>();
        long wrong = 0;
        for (var message : offers) {
            if (seen.add(KafkaLog.header(message, "ce_id"))) {
                var data = JSON.readTree(message.value());
                int revision = data.get("revision").asInt();
                Integer before = revisions.put(data.get("offerId").asText(), revision);
                wrong += revision == (before == null ? 1 : before + 1) ? 0 : 1;
            }
        }
        return wrong;
    }

    private static boolean isA(ConsumerRecord<?, ?> message, String event) {
        return KafkaLog.header(message, "ce_type").endsWith("." + event + ".v1");
    }

    /** A line per count; what differs is marked. */
    @Override
    public String toString() {
        var lines = new StringBuilder();
        counts.forEach((what, count) -> lines.append(
                "%s %-48s %8d of %d%n".formatted(count[0] == count[1] ? "  " : "✗ ", what, count[1], count[0])));
        notes.forEach(note -> lines.append("   ").append(note).append(System.lineSeparator()));
        return lines.toString();
    }
}
