/**
 * Two append-only books (design.md, Logbook): the processing log of Logboek Dataverwerkingen 1.0, a line per action and data
 * subject, pseudonymised; and the audit log: who did what, when, from where, with which result.
 */
@NullMarked
package nl.aftercare.platform.logbook;

import org.jspecify.annotations.NullMarked;
