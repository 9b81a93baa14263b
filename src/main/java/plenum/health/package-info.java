/** Whether this server can do its work, for load balancers and operators, and whether it is alive, for the launcher. */
@NullMarked
package plenum.health;

import org.jspecify.annotations.NullMarked;
