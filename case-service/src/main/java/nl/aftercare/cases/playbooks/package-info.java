/** What a municipality settles before any robbery (step 1, Voorbereiden). */
@NullMarked
package nl.aftercare.cases.playbooks;

import org.jspecify.annotations.NullMarked;
