/** Clears away what the platform's own tables need no longer. */
@NullMarked
package nl.aftercare.platform.housekeeping;

import org.jspecify.annotations.NullMarked;
