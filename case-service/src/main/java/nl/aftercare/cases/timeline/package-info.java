/** One journey per robbery over all four services, built from their events. */
@NullMarked
package nl.aftercare.cases.timeline;

import org.jspecify.annotations.NullMarked;
