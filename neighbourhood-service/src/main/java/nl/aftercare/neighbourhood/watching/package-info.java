/** The clock of the window: who hears in time that nothing is agreed yet. */
@NullMarked
package nl.aftercare.neighbourhood.watching;

import org.jspecify.annotations.NullMarked;
