/** Every 4xx and 5xx is {@code application/problem+json} (RFC 9457, NLgov API Design Rules), with all errors at once. */
@NullMarked
package nl.aftercare.platform.problem;

import org.jspecify.annotations.NullMarked;
