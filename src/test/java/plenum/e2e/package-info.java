/**
 * Journeys: the launched product in a real browser, as people use it. Each prints what it measured on lines that begin with JOURNEY. What does nothing but measure is a {@code …Measurement}, which
 * {@code ./plenum bench browser} runs and {@code ./plenum test} does not.
 */
@NullMarked
package plenum.e2e;

import org.jspecify.annotations.NullMarked;
