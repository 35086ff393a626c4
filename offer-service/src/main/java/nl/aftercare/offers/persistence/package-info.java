/** Loads and saves offers; saving appends their events. */
@NullMarked
package nl.aftercare.offers.persistence;

import org.jspecify.annotations.NullMarked;
