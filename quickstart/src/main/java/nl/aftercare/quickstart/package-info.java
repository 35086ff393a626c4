/**
 * Runs the whole suite on loopback without Docker: a real PostgreSQL, Kafka, Keycloak and mail server as guarded child
 * processes, and the four packaged services. Also the servers of every test and of the fault and benchmark runs.
 */
@NullMarked
package nl.aftercare.quickstart;

import org.jspecify.annotations.NullMarked;
