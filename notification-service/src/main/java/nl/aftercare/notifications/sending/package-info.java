/** What is due is sent: the address is asked at that moment, the outcome is kept. */
@NullMarked
package nl.aftercare.notifications.sending;

import org.jspecify.annotations.NullMarked;
