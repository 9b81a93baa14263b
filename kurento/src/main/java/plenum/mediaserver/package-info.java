/** The media server: composition root and settings. */
@NullMarked
package plenum.mediaserver;

import org.jspecify.annotations.NullMarked;
