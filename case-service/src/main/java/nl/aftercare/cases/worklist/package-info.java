/** What is to be done next in which case, by whom and by when, and who had a case before. */
@NullMarked
package nl.aftercare.cases.worklist;

import org.jspecify.annotations.NullMarked;
