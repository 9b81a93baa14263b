/** Drives, what is in them and who shares it, in PostgreSQL. */
@NullMarked
package plenum.drive.store;

import org.jspecify.annotations.NullMarked;
