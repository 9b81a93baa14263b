/** The brand in PostgreSQL. */
@NullMarked
package plenum.brand.store;

import org.jspecify.annotations.NullMarked;
