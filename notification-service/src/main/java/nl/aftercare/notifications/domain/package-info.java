/** A promised message and how it ends: rules alone. */
@NullMarked
package nl.aftercare.notifications.domain;

import org.jspecify.annotations.NullMarked;
