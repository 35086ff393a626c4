/** From domain event to wire event. */
@NullMarked
package nl.aftercare.notifications.messaging;

import org.jspecify.annotations.NullMarked;
