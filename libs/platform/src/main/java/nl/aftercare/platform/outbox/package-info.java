/** State and event commit together; a relay in every replica publishes what was committed (design.md, Outbox and inbox). */
@NullMarked
package nl.aftercare.platform.outbox;

import org.jspecify.annotations.NullMarked;
