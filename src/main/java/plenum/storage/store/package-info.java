/** What the check of stored files found, in PostgreSQL. */
@NullMarked
package plenum.storage.store;

import org.jspecify.annotations.NullMarked;
