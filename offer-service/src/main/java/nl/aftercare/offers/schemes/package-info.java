/** What a municipality has to offer, and until when. */
@NullMarked
package nl.aftercare.offers.schemes;

import org.jspecify.annotations.NullMarked;
