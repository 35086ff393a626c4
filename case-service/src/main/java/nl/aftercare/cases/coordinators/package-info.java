/** Whom to tell in a municipality. */
@NullMarked
package nl.aftercare.cases.coordinators;

import org.jspecify.annotations.NullMarked;
