/** Step 4: evaluating the aftercare of a victim, and closing it. */
@NullMarked
package nl.aftercare.cases.closing;

import org.jspecify.annotations.NullMarked;
