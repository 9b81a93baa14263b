package plenum.bench.signaling;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/** A frame with several messages: a JSON array of objects, taken apart where they begin and end, because parsing would cost more than the server's writing. */
public final class Batch {
    private final ByteBuf frame;

    public Batch(ByteBuf frame) {
        this.frame = frame;
    }

    /** Hands on a view of each of the messages. */
    public void forEach(Consumer<ByteBuf> reader) {
        int depth = 0;
        int begin = 0;
        boolean quoted = false;
        for (int i = frame.readerIndex(); i < frame.writerIndex(); i++) {
            byte at = frame.getByte(i);
            if (quoted) {
                if (at == '\\') {
                    i++;
                }
                quoted = at != '"';
            } else if (at == '"') {
                quoted = true;
            } else if (at == '{' && depth++ == 0) {
                begin = i;
            } else if (at == '}' && --depth == 0) {
                reader.accept(frame.slice(begin, i + 1 - begin));
            }
        }
    }
}
