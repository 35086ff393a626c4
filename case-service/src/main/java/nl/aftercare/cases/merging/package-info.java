/** Two feeds tell of one incident: proposed to the coordinator, who merges the two robberies or says that they are two. */
@NullMarked
package nl.aftercare.cases.merging;

import org.jspecify.annotations.NullMarked;
