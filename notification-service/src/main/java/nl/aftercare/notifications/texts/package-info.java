/** What messages say, and how that looks. */
@NullMarked
package nl.aftercare.notifications.texts;

import org.jspecify.annotations.NullMarked;
