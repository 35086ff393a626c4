/** Events of neighbourhood-service, on {@code aftercare.neighbourhood.v1}. */
@NullMarked
package nl.aftercare.contracts.neighbourhood;

import org.jspecify.annotations.NullMarked;
