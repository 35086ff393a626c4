/** What is still to be done for neighbourhoods, and who takes it up. */
@NullMarked
package nl.aftercare.neighbourhood.tasks;

import org.jspecify.annotations.NullMarked;
