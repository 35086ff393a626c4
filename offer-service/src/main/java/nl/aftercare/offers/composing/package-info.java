/** An offer is composed when a robbery is reported, and anew when a fact changes. */
@NullMarked
package nl.aftercare.offers.composing;

import org.jspecify.annotations.NullMarked;
