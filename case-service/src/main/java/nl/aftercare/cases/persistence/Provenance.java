package nl.aftercare.cases.persistence;

import nl.aftercare.platform.kernel.Municipality;

/**
 * Where a message about a robbery came from: together the name of the robbery at that feed.
 *
 * @param feed client that delivered it
 * @param reference the feed's own name for the robbery
 */
public record Provenance(Municipality municipality, String feed, String reference) {}
