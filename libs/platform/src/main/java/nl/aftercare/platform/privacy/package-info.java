/** What marks personal data, so that nothing of it is forgotten when it must be shown or erased. */
@NullMarked
package nl.aftercare.platform.privacy;

import org.jspecify.annotations.NullMarked;
