/**
 * Measures a whiteboard as hundreds of people use it together: real sockets, no browsers. Knows Plenum from outside only, by its pages and its wire protocol. One event
 * loop has all clients.
 */
@NullMarked
package plenum.bench.board;

import org.jspecify.annotations.NullMarked;
