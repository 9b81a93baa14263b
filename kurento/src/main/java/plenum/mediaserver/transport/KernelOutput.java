package plenum.mediaserver.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.loop.EventLoop;

/**
 * Sends datagrams directly to the kernel. Consecutive datagrams to one address are sent as one message that the kernel splits (UDP
 * segmentation offload). Where the network device does not support that, the first failure turns it off for good, and nothing is lost.
 */
final class KernelOutput implements DatagramOutput {
    private static final Logger log = LoggerFactory.getLogger(KernelOutput.class);
    private static final int EINTR = -4;
    private static final int EIO = -5;
    private static final int EAGAIN = -11;
    private static final int EINVAL = -22;
    private static final int ENOBUFS = -105;

    /** Four megabytes at most wait for a network that is slower than we are: losing packets then beats growing without limit. */
    static final int MOST_WAITING = 64;

    private static final Duration RETRY = Duration.ofMillis(1);

    private final EventLoop loop;
    private final MessageSocket socket;
    private final Deque<MessageBatch> waiting = new ArrayDeque<>();
    private final Deque<MessageBatch> free = new ArrayDeque<>();
    private MessageBatch open;
    private boolean splits = true;
    private long messages;
    private long refused;

    KernelOutput(EventLoop loop, MessageSocket socket) {
        this.loop = loop;
        this.socket = socket;
        this.open = new MessageBatch(socket.family());
    }

    @Override
    public boolean add(byte[] data, int length, Destination to) {
        if (waiting.size() == MOST_WAITING) {
            return false;
        }
        if (!open.add(data, length, to, splits)) {
            flush();
            return waiting.size() < MOST_WAITING && open.add(data, length, to, splits);
        }
        return true;
    }

    @Override
    public void flush() {
        if (open.isEmpty()) {
            return;
        }
        if (!waiting.isEmpty()) {
            defer();
        } else if (!send(open)) {
            defer();
            loop.schedule(RETRY, this::retry);
        }
    }

    private void defer() {
        waiting.addLast(open);
        MessageBatch next = free.pollLast();
        open = next == null ? new MessageBatch(socket.family()) : next;
    }

    private void retry() {
        while (!waiting.isEmpty()) {
            if (!send(waiting.getFirst())) {
                loop.schedule(RETRY, this::retry);
                return;
            }
            free.addLast(waiting.removeFirst());
        }
        free.clear(); // what one slow moment needed is not kept for good
    }

    /** Answers whether the batch is empty now; otherwise the kernel takes nothing more for the moment. */
    private boolean send(MessageBatch batch) {
        while (!batch.isEmpty()) {
            int sent = batch.sendTo(socket);
            if (sent > 0) {
                messages += sent;
            } else if (sent == EAGAIN || sent == ENOBUFS || sent == 0) {
                return false;
            } else if (sent != EINTR) {
                failed(batch, sent);
            }
        }
        return true;
    }

    /** The way may be one that splits no messages, because of its MTU or for want of checksums in hardware. */
    private void failed(MessageBatch batch, int error) {
        if (batch.firstIsSplit() && (error == EINVAL || error == EIO)) {
            if (splits) {
                splits = false;
                log.warn("this network takes no split messages (error {}); packets go one by one from now on", -error);
            }
            batch.takeFirstApart();
        } else {
            log.debug("datagram dropped: error {}", -error); // such as no route to there
            refused += batch.dropFirst();
        }
    }

    /** Whether the kernel is believed to split messages. */
    boolean splits() {
        return splits;
    }

    @Override
    public long messages() {
        return messages;
    }

    @Override
    public long refused() {
        return refused;
    }
}
