/** The decision tables of regions and municipalities: prepared, tried on past cases, published by two, exported. */
@NullMarked
package nl.aftercare.offers.rulesets;

import org.jspecify.annotations.NullMarked;
