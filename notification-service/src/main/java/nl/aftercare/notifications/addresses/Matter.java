package nl.aftercare.notifications.addresses;

import java.time.LocalDate;
import java.util.List;

/** What a message is about, as the owning service has it at the moment of sending. Never stored, never logged. */
public sealed interface Matter permits Question, ApprovedText, Matter.Offer, Matter.Hearing, Matter.Partnership {

    /** @param measures that a victim can get, in Dutch */
    record Offer(List<String> measures) implements Matter {}

    /** @param on day of the hearing, Europe/Amsterdam */
    record Hearing(LocalDate on) implements Matter {}

    /** @param kind of partner, such as {@code BUSINESS_ASSOCIATION}: what there is to talk about */
    record Partnership(String kind) implements Matter {}
}
