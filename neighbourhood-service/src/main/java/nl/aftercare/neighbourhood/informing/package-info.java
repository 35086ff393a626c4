/** Letters to the neighbours: what they say, and who read them before they go. */
@NullMarked
package nl.aftercare.neighbourhood.informing;

import org.jspecify.annotations.NullMarked;
