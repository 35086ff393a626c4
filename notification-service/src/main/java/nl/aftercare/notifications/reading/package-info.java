/** What coordinators read of the ledger, add to it, and do with it. */
@NullMarked
package nl.aftercare.notifications.reading;

import org.jspecify.annotations.NullMarked;
