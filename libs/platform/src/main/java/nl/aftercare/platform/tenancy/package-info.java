/** Who works for which municipality, from the token to the row (design.md, Tenancy). */
@NullMarked
package nl.aftercare.platform.tenancy;

import org.jspecify.annotations.NullMarked;
