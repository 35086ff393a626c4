/** From a report to a victim who wants a visit: the police are asked, it is decided, the victim is asked (domain.md 1.3, 1.4). */
@NullMarked
package nl.aftercare.cases.screening;

import org.jspecify.annotations.NullMarked;
