package nl.aftercare.notifications.addresses;

/**
 * A text for neighbours that may go, to the letter.
 *
 * @param addresses how many it goes to
 */
public record ApprovedText(String subject, String body, int addresses) implements Matter {}
