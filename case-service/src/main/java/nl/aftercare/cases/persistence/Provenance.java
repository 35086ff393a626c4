package nl.aftercare.cases.persistence;

/**
 * Where a report came from.
 *
 * @param feed client that delivered it
 * @param reference the feed's own name for the robbery; with the feed and the municipality unique
 * @param reportHash keyed hash of the report, to tell a repeat from a report that differs
 */
public record Provenance(String feed, String reference, String reportHash) {}
