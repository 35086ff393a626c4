/** The directory of a municipality: partners, and halls to meet in. */
@NullMarked
package nl.aftercare.neighbourhood.partners;

import org.jspecify.annotations.NullMarked;
