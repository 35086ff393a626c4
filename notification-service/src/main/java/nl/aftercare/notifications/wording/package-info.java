/** Texts that a municipality words itself. */
@NullMarked
package nl.aftercare.notifications.wording;

import org.jspecify.annotations.NullMarked;
