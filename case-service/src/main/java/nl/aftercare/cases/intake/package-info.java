/** A robbery report comes in. */
@NullMarked
package nl.aftercare.cases.intake;

import org.jspecify.annotations.NullMarked;
