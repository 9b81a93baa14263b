/** Jobs in PostgreSQL, by db-scheduler. */
@NullMarked
package plenum.job.store;

import org.jspecify.annotations.NullMarked;
