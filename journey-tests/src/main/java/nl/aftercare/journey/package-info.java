/** Drives the packaged suite from outside and counts what came of it. */
@NullMarked
package nl.aftercare.journey;

import org.jspecify.annotations.NullMarked;
