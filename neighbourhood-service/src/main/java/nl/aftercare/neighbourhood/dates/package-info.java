/** Dates for the meetings of a region, found by a solver; see docs/adr/0008-dates-by-a-solver.md. */
@NullMarked
package nl.aftercare.neighbourhood.dates;

import org.jspecify.annotations.NullMarked;
