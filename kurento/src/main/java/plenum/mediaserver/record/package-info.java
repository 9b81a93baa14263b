/**
 * Recording: takers that write what publishers send into files, as it was received. A recording lives on its pipeline's event loop, and so do
 * its tracks; only bytes that are ready go to a thread that may block ({@link plenum.mediaserver.record.RecordingWriter}).
 */
@NullMarked
package plenum.mediaserver.record;

import org.jspecify.annotations.NullMarked;
