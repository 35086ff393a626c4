/** Passing data on about a victim: only with permission or ground, and every time in the ledger. */
@NullMarked
package nl.aftercare.cases.disclosing;

import org.jspecify.annotations.NullMarked;
