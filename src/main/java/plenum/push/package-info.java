/**
 * Brings notices to devices that people chose, while no page of ours is open there: Web Push (RFC 8030), encrypted for the browser (RFC 8291) and
 * signed by this server (RFC 8292). A notice is stored in the transaction that it is fired in, and a job gives it to the push service of the
 * browser's maker. Only services that the operator has listed are talked to, and none of them can read what is sent.
 */
@NullMarked
package plenum.push;

import org.jspecify.annotations.NullMarked;
