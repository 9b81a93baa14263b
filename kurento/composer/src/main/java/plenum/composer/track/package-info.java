/**
 * Track files that may still grow: finds out when they began, how far they reach and where their key frames are, and cuts pieces out of them that can be decoded by themselves.
 * Reads Matroska, as Kurento's recorders write it.
 */
@NullMarked
package plenum.composer.track;

import org.jspecify.annotations.NullMarked;
