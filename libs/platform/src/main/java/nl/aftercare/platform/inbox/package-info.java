/** Each event has its effect once, however often and however broken it arrives (design.md, Outbox and inbox). */
@NullMarked
package nl.aftercare.platform.inbox;

import org.jspecify.annotations.NullMarked;
