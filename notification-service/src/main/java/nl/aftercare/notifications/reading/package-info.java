/** What coordinators read of the ledger. */
@NullMarked
package nl.aftercare.notifications.reading;

import org.jspecify.annotations.NullMarked;
