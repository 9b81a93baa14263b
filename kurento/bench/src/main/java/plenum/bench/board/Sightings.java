package plenum.bench.board;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import plenum.mediaserver.bench.Latencies;

/** What all clients see of the board. Lives on the event loop; read when that rests. */
final class Sightings {
    /** Before the time of sending, in the body of each stroke. */
    static final String STAMP = "sent at ";

    private static final ByteBuf STAMP_BYTES =
            Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(STAMP, StandardCharsets.US_ASCII));
    private static final ByteBuf POINTER =
            Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\"participant\"", StandardCharsets.US_ASCII));

    private Latencies strokes = new Latencies();
    private Latencies loads = new Latencies();
    private long pointers;
    private long elements;
    private volatile int loaded;
    private volatile int lost;
    private volatile int complaints;
    private volatile String complaint = "";

    /** Of a time. */
    record Seen(Latencies strokes, Latencies loads, long pointers, long elements) {}

    Seen take() {
        Seen seen = new Seen(strokes, loads, pointers, elements);
        strokes = new Latencies();
        loads = new Latencies();
        pointers = 0;
        elements = 0;
        return seen;
    }

    void drawn(ByteBuf text) {
        long now = System.nanoTime();
        int from = text.readerIndex();
        while (from < text.writerIndex()) {
            int at = ByteBufUtil.indexOf(STAMP_BYTES, text.slice(from, text.writerIndex() - from));
            if (at < 0) {
                return;
            }
            from += at + STAMP.length();
            long sent = 0;
            for (; text.getByte(from) >= '0' && text.getByte(from) <= '9'; from++) {
                sent = 10 * sent + text.getByte(from) - '0';
            }
            strokes.add(now - sent);
        }
    }

    void pointers(ByteBuf text) {
        int from = text.readerIndex();
        for (int at = 0; at >= 0 && from < text.writerIndex(); ) {
            at = ByteBufUtil.indexOf(POINTER, text.slice(from, text.writerIndex() - from));
            if (at >= 0) {
                pointers++;
                from += at + 1;
            }
        }
    }

    void part(String message) {
        for (int at = message.indexOf("\"element\""); at >= 0; at = message.indexOf("\"element\"", at + 1)) {
            elements++;
        }
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    void loaded(long nanos) {
        loads.add(nanos);
        loaded++;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    void lost() {
        lost++;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    void complained(String message) {
        complaints++;
        complaint = message;
    }

    int loadedCount() {
        return loaded;
    }

    int lostCount() {
        return lost;
    }

    int complaintCount() {
        return complaints;
    }

    String complaint() {
        return complaint;
    }
}
