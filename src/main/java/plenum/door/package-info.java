/** The topic of the wire that is about getting in: lobby, password, one's own name, a second device. */
@NullMarked
package plenum.door;

import org.jspecify.annotations.NullMarked;
