/** What the chart makes, held against what Kubernetes, its operators and the suite itself know. */
@NullMarked
package nl.aftercare.deploy;

import org.jspecify.annotations.NullMarked;
