/** Tokens of provisioning programs, and what directories know of accounts and groups, in PostgreSQL. */
@NullMarked
package plenum.scim.store;

import org.jspecify.annotations.NullMarked;
