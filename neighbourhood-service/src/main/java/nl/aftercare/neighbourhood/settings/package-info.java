/** What a municipality decides about its neighbourhood plans beforehand. */
@NullMarked
package nl.aftercare.neighbourhood.settings;

import org.jspecify.annotations.NullMarked;
