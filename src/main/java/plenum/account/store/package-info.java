/** Accounts and what proves them, in PostgreSQL, by Hibernate. */
@NullMarked
package plenum.account.store;

import org.jspecify.annotations.NullMarked;
