/** The one place that opens transactions. */
@NullMarked
package nl.aftercare.platform.transaction;

import org.jspecify.annotations.NullMarked;
