/** How it goes with each measure: accepted, referred, delivered, looked back at. */
@NullMarked
package nl.aftercare.offers.progressing;

import org.jspecify.annotations.NullMarked;
