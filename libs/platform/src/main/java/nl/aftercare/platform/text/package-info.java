/** Texts that a municipality words itself: what may stand in them, and what may not. */
@NullMarked
package nl.aftercare.platform.text;

import org.jspecify.annotations.NullMarked;
