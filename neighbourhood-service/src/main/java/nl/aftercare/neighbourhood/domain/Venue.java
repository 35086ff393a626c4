package nl.aftercare.neighbourhood.domain;

import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;

/**
 * A hall for meetings.
 *
 * @param address where people have to be, in words
 * @param capacity how many people fit in
 */
public record Venue(
        UUID id, Municipality municipality, String name, String address, int capacity, Availability availability) {}
