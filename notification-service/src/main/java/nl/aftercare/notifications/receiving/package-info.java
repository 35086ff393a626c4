/** What channels say later of messages that they took. */
@NullMarked
package nl.aftercare.notifications.receiving;

import org.jspecify.annotations.NullMarked;
