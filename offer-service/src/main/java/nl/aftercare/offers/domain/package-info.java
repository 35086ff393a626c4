/** The tailored offer (aanbod op maat): rules alone, each with the sentence it comes from. */
@NullMarked
package nl.aftercare.offers.domain;

import org.jspecify.annotations.NullMarked;
