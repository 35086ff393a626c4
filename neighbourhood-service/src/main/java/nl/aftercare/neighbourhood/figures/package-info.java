/** Whether the promise of week two to three is kept. */
@NullMarked
package nl.aftercare.neighbourhood.figures;

import org.jspecify.annotations.NullMarked;
