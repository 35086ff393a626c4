/** From domain event to wire event. */
@NullMarked
package nl.aftercare.offers.messaging;

import org.jspecify.annotations.NullMarked;
