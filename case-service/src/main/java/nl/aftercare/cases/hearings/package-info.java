/** The right to speak at the hearing, and the notice of it to the public prosecutor (domain.md T7). */
@NullMarked
package nl.aftercare.cases.hearings;

import org.jspecify.annotations.NullMarked;
