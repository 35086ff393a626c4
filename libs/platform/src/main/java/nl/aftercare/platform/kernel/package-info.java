/** Words of every pure domain: decisions, three-valued facts, identifiers. Imports nothing but the JDK. */
@NullMarked
package nl.aftercare.platform.kernel;

import org.jspecify.annotations.NullMarked;
