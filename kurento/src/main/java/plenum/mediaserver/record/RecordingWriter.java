package plenum.mediaserver.record;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.matroska.MatroskaWriter.End;

/**
 * Writes the pieces of a recording on a virtual thread of its own. Its queue is limited: a slow disk causes a gap in the recording and does
 * not fill the heap.
 */
final class RecordingWriter {
    static final long MOST_WAITING_BYTES = 16L * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(RecordingWriter.class);

    /** News of a writer, on the loop. */
    interface Listener {
        /** Nothing is written any more. */
        void failed(RecordingFailure failure);

        /** All is stored, or has failed. */
        void finished();
    }

    /** A piece, or the end: of a recording without a piece there is none. */
    private record Task(byte[] piece, @Nullable End end, boolean last) {}

    private final RecordingTarget target;
    private final Executor loop;
    private final Listener listener;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();

    RecordingWriter(RecordingTarget target, Executor loop, Listener listener) {
        this.target = target;
        this.loop = loop;
        this.listener = listener;
    }

    void start() {
        Thread.ofVirtual().name("recording").start(this::run);
    }

    /** Whether it keeps up with what it is handed. */
    boolean hasRoom() {
        return waiting.get() < MOST_WAITING_BYTES;
    }

    void write(byte[] piece) {
        waiting.addAndGet(piece.length);
        tasks.add(new Task(piece, null, false));
    }

    /** Ends the recording after what waits. */
    void finish(@Nullable End end) {
        tasks.add(new Task(new byte[0], end, true));
    }

    private void run() {
        boolean open = false;
        try {
            target.open();
            open = true;
            writeAll();
        } catch (IOException e) {
            log.info("a recording fails: {}", e.toString());
            RecordingFailure failure = open ? RecordingFailure.writing(e) : RecordingFailure.opening(e);
            loop.execute(() -> listener.failed(failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            target.close();
            loop.execute(listener::finished);
        }
    }

    private void writeAll() throws IOException, InterruptedException {
        for (Task task = tasks.take(); ; task = tasks.take()) {
            if (task.last && task.end != null) {
                target.end(task.end);
            }
            if (task.last) {
                return;
            }
            target.write(task.piece);
            waiting.addAndGet(-task.piece.length);
        }
    }
}
