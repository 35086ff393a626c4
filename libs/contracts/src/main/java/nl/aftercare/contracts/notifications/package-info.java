/** Events of notification-service, on {@code aftercare.notifications.v1}. */
@NullMarked
package nl.aftercare.contracts.notifications;

import org.jspecify.annotations.NullMarked;
