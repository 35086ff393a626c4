/** Finding a case again, for a purpose that the law knows (domain.md L2). */
@NullMarked
package nl.aftercare.cases.searching;

import org.jspecify.annotations.NullMarked;
