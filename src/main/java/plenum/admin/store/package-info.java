/** What the console keeps in PostgreSQL beside what it shows. */
@NullMarked
package plenum.admin.store;

import org.jspecify.annotations.NullMarked;
