/** The directory of partners per municipality. */
@NullMarked
package nl.aftercare.neighbourhood.partners;

import org.jspecify.annotations.NullMarked;
