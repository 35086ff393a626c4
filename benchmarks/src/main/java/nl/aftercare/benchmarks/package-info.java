/** Named workloads on the packaged suite, each with the limit of the machine measured in the same run. */
@NullMarked
package nl.aftercare.benchmarks;

import org.jspecify.annotations.NullMarked;
