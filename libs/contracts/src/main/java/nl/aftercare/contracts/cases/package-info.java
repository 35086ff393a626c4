/** Events of case-service, on {@code aftercare.cases.v1}. */
@NullMarked
package nl.aftercare.contracts.cases;

import org.jspecify.annotations.NullMarked;
