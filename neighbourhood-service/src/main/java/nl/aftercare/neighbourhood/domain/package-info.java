/** The neighbourhood track of a robbery: rules alone. */
@NullMarked
package nl.aftercare.neighbourhood.domain;

import org.jspecify.annotations.NullMarked;
