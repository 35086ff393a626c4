/** How a municipality sends its messages. */
@NullMarked
package nl.aftercare.notifications.settings;

import org.jspecify.annotations.NullMarked;
