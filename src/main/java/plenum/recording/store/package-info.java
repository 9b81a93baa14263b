/** Recordings in PostgreSQL. */
@NullMarked
package plenum.recording.store;

import org.jspecify.annotations.NullMarked;
