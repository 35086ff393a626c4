/** Whether every promised message ended, or lies with a person. */
@NullMarked
package nl.aftercare.notifications.reconciling;

import org.jspecify.annotations.NullMarked;
