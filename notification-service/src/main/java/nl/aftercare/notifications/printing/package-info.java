/** Letters that the municipality prints and posts itself. */
@NullMarked
package nl.aftercare.notifications.printing;

import org.jspecify.annotations.NullMarked;
