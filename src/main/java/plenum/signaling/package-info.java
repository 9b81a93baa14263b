/**
 * The sockets of a meeting's tab and of the connection check: who may come in, and where each message goes. Nobody imports it but the
 * composition root.
 */
@NullMarked
package plenum.signaling;

import org.jspecify.annotations.NullMarked;
