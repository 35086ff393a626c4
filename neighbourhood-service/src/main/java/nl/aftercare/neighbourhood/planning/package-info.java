/** A plan is opened when a robbery is reported; what coordinators read of it. */
@NullMarked
package nl.aftercare.neighbourhood.planning;

import org.jspecify.annotations.NullMarked;
