/** Rules and plans in PostgreSQL. */
@NullMarked
package plenum.policy.store;

import org.jspecify.annotations.NullMarked;
