/** The audit's lines in PostgreSQL. */
@NullMarked
package plenum.audit.store;

import org.jspecify.annotations.NullMarked;
