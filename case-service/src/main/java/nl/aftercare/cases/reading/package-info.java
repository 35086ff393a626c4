/** What coordinators read. */
@NullMarked
package nl.aftercare.cases.reading;

import org.jspecify.annotations.NullMarked;
