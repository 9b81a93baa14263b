package plenum.mediaserver.play;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.matroska.Block;
import plenum.mediaserver.matroska.MatroskaReader;
import plenum.mediaserver.payload.TrackFormat;
import plenum.mediaserver.uri.MediaLocations;
import plenum.mediaserver.uri.MediaLocations.Place;
import plenum.mediaserver.uri.MediaLocations.Refusal;

/** Reads a file a few seconds ahead of its playback, on a virtual thread of its own. */
final class BlockReader implements AutoCloseable {
    private static final long AHEAD_MILLIS = 2_000;
    private static final int AHEAD_BYTES = 16 * 1024 * 1024;

    /** News of a reader, on the loop. */
    interface Listener {
        /** @param durationMillis of the whole file */
        void opened(Map<Integer, TrackFormat> tracks, long durationMillis);

        void failed(String reason);
    }

    private final MediaLocations locations;
    private final String uri;
    private final Executor loop;
    private final Listener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Block> ahead = new ArrayDeque<>();
    private int aheadBytes;
    private long lastMillis;
    private @Nullable Long seekTo;
    private boolean ended;
    private boolean closed;

    BlockReader(MediaLocations locations, String uri, Executor loop, Listener listener) {
        this.locations = locations;
        this.uri = uri;
        this.loop = loop;
        this.listener = listener;
    }

    void start() {
        Thread.ofVirtual().name("player").start(this::run);
    }

    /** The next block if it is due by then, else null; it is taken. */
    @Nullable
    Block next(long dueMillis) {
        lock.lock();
        try {
            Block block = ahead.peek();
            if (block == null || block.millis() > dueMillis) {
                return null;
            }
            ahead.remove();
            aheadBytes -= block.data().length;
            changed.signal();
            return block;
        } finally {
            lock.unlock();
        }
    }

    /** Whether all has been read and taken. */
    boolean isAtEnd() {
        lock.lock();
        try {
            return ended && ahead.isEmpty() && seekTo == null;
        } finally {
            lock.unlock();
        }
    }

    /** Seeks: the next block is of this time, or of the key frame before it. */
    void seek(long millis) {
        lock.lock();
        try {
            seekTo = millis;
            ahead.clear();
            aheadBytes = 0;
            ended = false;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try (SeekableByteChannel channel = open()) {
            MatroskaReader reader = MatroskaReader.open(channel);
            long duration = reader.durationMillis();
            Map<Integer, TrackFormat> tracks = Map.copyOf(reader.tracks());
            loop.execute(() -> listener.opened(tracks, duration));
            readAll(reader);
        } catch (IOException | Refusal e) {
            String reason = String.valueOf(e.getMessage());
            loop.execute(() -> listener.failed(reason));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SeekableByteChannel open() throws IOException, Refusal {
        return switch (locations.find(uri)) {
            case Place.LocalFile file -> FileChannel.open(file.path(), StandardOpenOption.READ);
            case Place.Remote remote -> throw new IOException("Only files can be played.");
        };
    }

    private void readAll(MatroskaReader reader) throws IOException, InterruptedException {
        while (awaitRoom(reader)) {
            Block block = reader.next();
            lock.lock();
            try {
                if (block == null) {
                    ended = seekTo == null;
                } else if (seekTo == null) {
                    ahead.add(block);
                    aheadBytes += block.data().length;
                    lastMillis = block.millis();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits until more is needed, and goes where it is needed from; false when nothing is any more. */
    private boolean awaitRoom(MatroskaReader reader) throws IOException, InterruptedException {
        Long wanted;
        lock.lock();
        try {
            while (!closed && seekTo == null && (ended || isFull())) {
                changed.await();
            }
            if (closed) {
                return false;
            }
            wanted = seekTo;
            seekTo = null;
        } finally {
            lock.unlock();
        }
        if (wanted != null) {
            reader.seek(wanted);
        }
        return true;
    }

    private boolean isFull() {
        Block first = ahead.peek();
        return first != null && (aheadBytes > AHEAD_BYTES || lastMillis - first.millis() > AHEAD_MILLIS);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            ahead.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
