/** Whether this server can do its work: {@code GET /health}, for load balancers and operators. */
@NullMarked
package plenum.health;

import org.jspecify.annotations.NullMarked;
