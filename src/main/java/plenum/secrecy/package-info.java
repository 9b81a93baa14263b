/**
 * End-to-end encrypted meetings, as far as the server knows of them: it puts the changes of the members' keys into one order and passes them on.
 * Decides whose turn it is to change the keys, and who has a place in the group; all keys are made and known in the browsers alone.
 */
@NullMarked
package plenum.secrecy;

import org.jspecify.annotations.NullMarked;
