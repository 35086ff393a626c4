/**
 * The wire events: what services tell each other over Kafka. Per event a JSON Schema (the promise), a frozen sample and a
 * record here; per owning service an AsyncAPI document. Ids, codes and dates only: nothing names or locates a person.
 */
@NullMarked
package nl.aftercare.contracts;

import org.jspecify.annotations.NullMarked;
