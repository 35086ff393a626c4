package nl.aftercare.journey;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.aftercare.quickstart.MailServer.Mail;

/** What partners see in their calendars after all mail that the server got, in the order in which it came. */
final class Calendars {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private final Map<String, Entry> newest = new LinkedHashMap<>();
    private int outOfOrder;

    private Calendars() {}

    /** @param startsAt nothing when it was taken out */
    private record Entry(String meetingId, int sequence, Optional<Instant> startsAt) {

        static Entry of(String calendar) {
            boolean isCancelled = field("METHOD", calendar).equals("CANCEL");
            return new Entry(
                    field("UID", calendar).replaceFirst("@.*", ""),
                    Integer.parseInt(field("SEQUENCE", calendar)),
                    isCancelled ? Optional.empty() : Optional.of(Instant.from(UTC.parse(field("DTSTART", calendar)))));
        }

        private static String field(String name, String calendar) {
            var found = Pattern.compile("^" + name + "(?:;[^:]*)?:(.*?)\\r?$", Pattern.MULTILINE)
                    .matcher(calendar);
            if (!found.find()) {
                throw new IllegalStateException("a calendar entry without " + name);
            }
            return found.group(1);
        }
    }

    static Calendars of(List<Mail> mails) {
        var calendars = new Calendars();
        mails.stream().filter(mail -> !mail.calendar().isEmpty()).forEach(calendars::take);
        return calendars;
    }

    private void take(Mail mail) {
        var entry = Entry.of(mail.calendar());
        var before = newest.put(entry.meetingId() + " " + mail.to(), entry);
        if (before != null && before.sequence() > entry.sequence()) {
            outOfOrder++;
        }
    }

    int outOfOrder() {
        return outOfOrder;
    }

    /**
     * Entries that show another time than the meeting has, or a meeting that was cancelled; and meetings that nobody has in a calendar.
     *
     * @param meetings by id: when each begins, nothing when it was cancelled
     */
    long wrong(Map<String, Optional<Instant>> meetings) {
        long shownWrongly = newest.values().stream()
                .filter(entry -> !entry.startsAt().equals(meetings.get(entry.meetingId())))
                .count();
        long shown = newest.values().stream().map(Entry::meetingId).distinct().count();
        return shownWrongly + (meetings.size() - shown);
    }
}
