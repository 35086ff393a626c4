/** From domain event to wire event. */
@NullMarked
package nl.aftercare.cases.messaging;

import org.jspecify.annotations.NullMarked;
