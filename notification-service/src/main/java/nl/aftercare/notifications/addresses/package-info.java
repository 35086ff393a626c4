/** Asks the owning services for addresses. */
@NullMarked
package nl.aftercare.notifications.addresses;

import org.jspecify.annotations.NullMarked;
