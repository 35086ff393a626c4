/** What first-line parties tell: whether they contacted a victim, and how they advise to hold the conversation. */
@NullMarked
package nl.aftercare.cases.contacts;

import org.jspecify.annotations.NullMarked;
