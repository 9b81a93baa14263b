/** The threads of the media server: one event loop per processor core. A pipeline and all its packets live on one of them. */
@NullMarked
package plenum.mediaserver.loop;

import org.jspecify.annotations.NullMarked;
