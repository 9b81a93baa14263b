/** The sockets of a meeting's tab and of the connection check. Decides who may enter, and gives each message to its topic. */
@NullMarked
package plenum.signaling;

import org.jspecify.annotations.NullMarked;
