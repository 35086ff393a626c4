/** Loads and saves messages and the queue of what is due. */
@NullMarked
package nl.aftercare.notifications.persistence;

import org.jspecify.annotations.NullMarked;
