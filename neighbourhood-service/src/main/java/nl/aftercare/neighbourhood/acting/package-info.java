/** What was done for the neighbourhood of the actions in its plan. */
@NullMarked
package nl.aftercare.neighbourhood.acting;

import org.jspecify.annotations.NullMarked;
