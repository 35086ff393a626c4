/** Who is told of a robbery and asked to a meeting. */
@NullMarked
package nl.aftercare.neighbourhood.addressing;

import org.jspecify.annotations.NullMarked;
