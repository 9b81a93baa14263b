/**
 * What a request passes before a thread serves it: whether we answer under that name and over that transport, whether its body has come, and
 * whose turn it is. Strangers can make requests slow; here they are kept from holding what others need. The only package that imports
 * Undertow; it runs on Undertow's I/O threads and never blocks.
 */
@NullMarked
package plenum.ingress;

import org.jspecify.annotations.NullMarked;
