/** What an operator sees and does while the service runs: dead letters, consumers, figures. Ids and counts, never content. */
@NullMarked
package nl.aftercare.platform.operating;

import org.jspecify.annotations.NullMarked;
