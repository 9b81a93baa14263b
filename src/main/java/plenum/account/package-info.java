/** Who somebody is. So far everybody is a guest with a display name. */
@NullMarked
package plenum.account;

import org.jspecify.annotations.NullMarked;
