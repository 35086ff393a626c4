/** A meeting is agreed with a partner. */
@NullMarked
package nl.aftercare.neighbourhood.arranging;

import org.jspecify.annotations.NullMarked;
