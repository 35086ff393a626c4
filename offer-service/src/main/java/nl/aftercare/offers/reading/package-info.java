/** What coordinators read. */
@NullMarked
package nl.aftercare.offers.reading;

import org.jspecify.annotations.NullMarked;
