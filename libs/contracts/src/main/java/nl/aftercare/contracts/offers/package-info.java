/** Events of offer-service, on {@code aftercare.offers.v1}. */
@NullMarked
package nl.aftercare.contracts.offers;

import org.jspecify.annotations.NullMarked;
