/** The decision tables, as DMN files, and the engine that evaluates them. */
@NullMarked
package nl.aftercare.offers.rules;

import org.jspecify.annotations.NullMarked;
