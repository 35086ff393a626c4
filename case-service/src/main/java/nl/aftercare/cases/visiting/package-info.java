/** The first visit to a victim: who goes when, what the source advises, and that it was held (domain.md section 4). */
@NullMarked
package nl.aftercare.cases.visiting;

import org.jspecify.annotations.NullMarked;
