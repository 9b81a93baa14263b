/** Journeys: the launched product in a real browser, as people use it. Each prints what it measured on lines that begin with JOURNEY. */
@NullMarked
package plenum.e2e;

import org.jspecify.annotations.NullMarked;
