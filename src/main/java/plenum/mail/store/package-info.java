/** The outbox in PostgreSQL. */
@NullMarked
package plenum.mail.store;

import org.jspecify.annotations.NullMarked;
