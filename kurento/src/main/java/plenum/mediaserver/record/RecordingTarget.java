package plenum.mediaserver.record;

import java.io.IOException;
import plenum.mediaserver.matroska.MatroskaWriter.End;

/** The destination of a recording's bytes. May block; used by one thread. */
interface RecordingTarget {
    void open() throws IOException;

    /** Writes a piece, of which nothing is left when that fails, so far as the target can see to it. */
    void write(byte[] piece) throws IOException;

    /** Writes what makes the recording complete, and waits until all is stored. */
    void end(End end) throws IOException;

    /** Lets go of the target, whatever has happened. */
    void close();
}
