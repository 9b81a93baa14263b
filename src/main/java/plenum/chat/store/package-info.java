/** Chat messages in PostgreSQL. */
@NullMarked
package plenum.chat.store;

import org.jspecify.annotations.NullMarked;
