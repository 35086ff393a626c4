/** What tests share: the real servers, tokens, topics and databases, and the rules that every service keeps. */
@NullMarked
package nl.aftercare.testing;

import org.jspecify.annotations.NullMarked;
