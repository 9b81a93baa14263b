/** Plenum, the application. */
@NullMarked
package plenum;

import org.jspecify.annotations.NullMarked;
