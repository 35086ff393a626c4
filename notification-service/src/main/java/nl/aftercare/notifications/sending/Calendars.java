package nl.aftercare.notifications.sending;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Date;
import nl.aftercare.notifications.domain.CalendarEntry;
import nl.aftercare.notifications.domain.Promise;
import nl.aftercare.notifications.domain.Template;
import org.jspecify.annotations.Nullable;

/** Writes the calendar entry that goes with a message about a meeting (iTIP: REQUEST and CANCEL). No word of what happened in it. */
@ApplicationScoped
class Calendars {
    Method method(Promise promise) {
        return promise.template() == Template.MEETING_WITHDRAWN ? Method.cancel() : Method.request();
    }

    /** The same for every attempt, so that a repeat is a repeat to a calendar too. */
    String write(CalendarEntry entry, Promise promise, @Nullable String name, String address, String organizer) {
        boolean isCancelled = promise.template() == Template.MEETING_WITHDRAWN;
        var event = new VEvent();
        event.setUid(entry.meetingId() + "@aftercare.example");
        event.setSequence(entry.sequence());
        event.setDateTimeStamp(Date.from(promise.promisedAt()));
        event.setDateStart(Date.from(entry.startsAt()));
        event.setDateEnd(Date.from(entry.endsAt()));
        event.setSummary("Bijeenkomst in de buurt");
        event.setStatus(isCancelled ? Status.cancelled() : Status.confirmed());
        event.setOrganizer(new Organizer(null, organizer));
        // a quotation mark cannot stand there (RFC 5545, 3.2)
        var attendee = new Attendee(name == null ? null : name.replace('"', '\''), address);
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        event.addAttendee(attendee);
        var calendar = new ICalendar();
        calendar.setProductId("-//Aftercare//NL");
        calendar.setMethod(method(promise));
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }
}
