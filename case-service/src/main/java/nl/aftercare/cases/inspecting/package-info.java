/** Subject access: all that the suite holds of one victim, for that victim. */
@NullMarked
package nl.aftercare.cases.inspecting;

import org.jspecify.annotations.NullMarked;
