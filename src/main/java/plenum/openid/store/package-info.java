/** Links between accounts and providers' subjects, and sign-ins that have begun, in PostgreSQL. */
@NullMarked
package plenum.openid.store;

import org.jspecify.annotations.NullMarked;
