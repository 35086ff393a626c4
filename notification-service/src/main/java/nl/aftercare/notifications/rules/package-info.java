/** What is sent how, where a municipality decided nothing else: data, in {@code sending-rules.json}. */
@NullMarked
package nl.aftercare.notifications.rules;

import org.jspecify.annotations.NullMarked;
