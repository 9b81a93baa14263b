/**
 * Measures the application's signalling as thousands of browsers use it: no media, real sockets. Knows Plenum from outside only, by its
 * pages and its wire protocol. One event loop has all clients; a run goes from one {@link plenum.bench.signaling.Part} to the next.
 */
@NullMarked
package plenum.bench.signaling;

import org.jspecify.annotations.NullMarked;
