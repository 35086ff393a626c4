/** Loads and saves plans and partners; saving appends their events. */
@NullMarked
package nl.aftercare.neighbourhood.persistence;

import org.jspecify.annotations.NullMarked;
