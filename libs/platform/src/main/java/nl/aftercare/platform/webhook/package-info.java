/** Tells events to systems outside, by HTTP: NL GOV CloudEvents, the CloudEvents web hook handshake, Standard Webhooks signatures. */
@NullMarked
package nl.aftercare.platform.webhook;

import org.jspecify.annotations.NullMarked;
