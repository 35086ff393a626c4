/** Deepening the support need of a victim during the visit: the questions that make the offer fit. */
@NullMarked
package nl.aftercare.cases.assessing;

import org.jspecify.annotations.NullMarked;
