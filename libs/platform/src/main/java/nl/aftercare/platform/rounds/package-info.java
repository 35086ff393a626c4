/** Work that nobody asks for: a service does it again and again, in every replica. */
@NullMarked
package nl.aftercare.platform.rounds;

import org.jspecify.annotations.NullMarked;
