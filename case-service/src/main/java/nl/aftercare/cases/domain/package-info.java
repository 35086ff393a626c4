/** The robbery and the aftercare case of each victim: rules alone. */
@NullMarked
package nl.aftercare.cases.domain;

import org.jspecify.annotations.NullMarked;
