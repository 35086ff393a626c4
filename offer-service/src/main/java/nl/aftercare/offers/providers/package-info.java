/** The directory of who gives which measure. */
@NullMarked
package nl.aftercare.offers.providers;

import org.jspecify.annotations.NullMarked;
