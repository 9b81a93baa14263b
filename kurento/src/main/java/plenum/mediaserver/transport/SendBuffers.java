package plenum.mediaserver.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledDirectByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Native buffers for what is sent, used again as soon as the kernel has copied them, the last one first: it is still in the processor's
 * cache. A general allocator would hand out others each time. Belongs to one loop.
 */
final class SendBuffers {
    /** Sixteen packets of an Ethernet frame each; no power of two, or the buffers' beginnings would push each other out of the cache. */
    static final int CAPACITY = DatagramGroup.MAX_SEGMENTS * 1500;

    /** Kept for the next burst; what a larger one needed is given back. */
    private static final int KEPT = 1024;

    private final Deque<Reused> free = new ArrayDeque<>();

    /** An empty buffer of {@link #CAPACITY}; its release brings it back. */
    ByteBuf take() {
        Reused known = free.pollLast();
        if (known == null) {
            return new Reused();
        }
        known.begin();
        return known;
    }

    private final class Reused extends UnpooledDirectByteBuf {
        Reused() {
            super(UnpooledByteBufAllocator.DEFAULT, CAPACITY, CAPACITY);
        }

        private void begin() {
            resetRefCnt();
            setIndex(0, 0);
        }

        @Override
        protected void deallocate() {
            if (free.size() < KEPT) {
                free.addLast(this);
            } else {
                super.deallocate();
            }
        }
    }
}
