package nl.aftercare.neighbourhood.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was agreed with a partner about a meeting.
 *
 * @param agreedOn when it was agreed, Europe/Amsterdam
 * @param startsAt when the meeting begins, UTC
 */
public record Arrangement(UUID partnerId, PartnerKind partnerKind, LocalDate agreedOn, Instant startsAt) {}
