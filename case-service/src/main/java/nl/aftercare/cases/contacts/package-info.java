/** It becomes known whether a first-line party has contacted a victim. */
@NullMarked
package nl.aftercare.cases.contacts;

import org.jspecify.annotations.NullMarked;
