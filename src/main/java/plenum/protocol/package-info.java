/**
 * The messages between browser and server, and their strict codec. A leaf: knows no other package of the application. Every message is a
 * record nested in one of two sealed interfaces, and has a section in {@code docs/protocol}; a test compares the two.
 */
@NullMarked
package plenum.protocol;

import org.jspecify.annotations.NullMarked;
