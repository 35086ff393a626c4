/** The servers of the tests in containers: the same tests, other servers. */
@NullMarked
package nl.aftercare.testing.containers;

import org.jspecify.annotations.NullMarked;
