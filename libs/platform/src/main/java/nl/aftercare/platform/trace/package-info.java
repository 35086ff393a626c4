/** One trace from the request that began it to the mail that came of it, also through tables in which work waits. */
@NullMarked
package nl.aftercare.platform.trace;

import org.jspecify.annotations.NullMarked;
