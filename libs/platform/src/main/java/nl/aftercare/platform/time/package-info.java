/** The only place that asks the machine for the time; domains get it as an argument. */
@NullMarked
package nl.aftercare.platform.time;

import org.jspecify.annotations.NullMarked;
