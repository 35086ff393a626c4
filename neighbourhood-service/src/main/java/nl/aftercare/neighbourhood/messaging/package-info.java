/** From domain event to wire event. */
@NullMarked
package nl.aftercare.neighbourhood.messaging;

import org.jspecify.annotations.NullMarked;
