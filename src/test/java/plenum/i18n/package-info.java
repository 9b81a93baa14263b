/** Keeps the five languages complete, and all text in them. */
@NullMarked
package plenum.i18n;

import org.jspecify.annotations.NullMarked;
