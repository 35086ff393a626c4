/** Step 4 over all cases: key figures and lessons per municipality and period, as JSON and as CSV. */
@NullMarked
package nl.aftercare.cases.figures;

import org.jspecify.annotations.NullMarked;
