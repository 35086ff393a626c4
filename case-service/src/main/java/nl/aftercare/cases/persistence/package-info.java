/** Loads and saves the aggregates; saving appends their events. */
@NullMarked
package nl.aftercare.cases.persistence;

import org.jspecify.annotations.NullMarked;
