/**
 * Recording: takers that write publications into files as they were received. A recording and its tracks live on their pipeline's event
 * loop; only finished bytes go to a thread that may block ({@link plenum.mediaserver.record.RecordingWriter}).
 */
@NullMarked
package plenum.mediaserver.record;

import org.jspecify.annotations.NullMarked;
