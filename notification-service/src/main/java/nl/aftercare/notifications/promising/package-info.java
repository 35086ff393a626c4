/** An event promises a message. */
@NullMarked
package nl.aftercare.notifications.promising;

import org.jspecify.annotations.NullMarked;
