/** What the Dutch API rules ask of every resource: bodies, pages, versions, idempotency keys, the API document. */
@NullMarked
package nl.aftercare.platform.rest;

import org.jspecify.annotations.NullMarked;
