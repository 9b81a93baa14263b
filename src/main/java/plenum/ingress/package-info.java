/**
 * The handlers that every request passes before a thread serves it: host name, transport, whole body, the client's turn. Decides how much
 * one client may hold, so that slow or many requests of strangers do not keep others out. The only package that imports Undertow; it runs
 * on Undertow's I/O threads and never blocks.
 */
@NullMarked
package plenum.ingress;

import org.jspecify.annotations.NullMarked;
