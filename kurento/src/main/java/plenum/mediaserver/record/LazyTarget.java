package plenum.mediaserver.record;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.matroska.MatroskaWriter.End;
import plenum.mediaserver.uri.MediaLocations.Refusal;

/** Opens its target when it is first used, which may take a moment and fail. */
final class LazyTarget implements RecordingTarget {
    /** Finds the target. */
    @FunctionalInterface
    interface Finder {
        RecordingTarget find() throws Refusal;
    }

    private final Finder finder;
    private @Nullable RecordingTarget found;

    LazyTarget(Finder finder) {
        this.finder = finder;
    }

    @Override
    public void open() throws IOException {
        try {
            found = finder.find();
        } catch (Refusal e) {
            throw new IOException(e.getMessage(), e);
        }
        found.open();
    }

    @Override
    public void write(byte[] piece) throws IOException {
        Objects.requireNonNull(found).write(piece);
    }

    @Override
    public void end(End end) throws IOException {
        Objects.requireNonNull(found).end(end);
    }

    @Override
    public void close() {
        if (found != null) {
            found.close();
        }
    }
}
