/** The step plan of a meeting, who signed up, and how it went. */
@NullMarked
package nl.aftercare.neighbourhood.holding;

import org.jspecify.annotations.NullMarked;
