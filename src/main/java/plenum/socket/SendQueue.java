package plenum.socket;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.socket.Wire.CloseReason;

/**
 * The send queue of one socket. Sends one frame after the other. Messages that wait are sent together in the next frame, as a JSON array,
 * so that batches grow under load. A socket whose queue exceeds its limit is closed. Thread-safe; no caller waits.
 */
public final class SendQueue {
    static final int MAX_MESSAGES = 1000;
    static final int MAX_CHARACTERS = 512 * 1024;
    /** Of messages that go together; a larger one goes alone. */
    static final int FRAME_CHARACTERS = 32 * 1024;
    /** Bytes that may wait without being reserved: what a tab that reads leaves waiting for a moment. */
    static final int FREE_BYTES = 8 * 1024;

    /** Bytes for which memory is reserved at a time, so that few messages have to. */
    private static final int STEP_BYTES = 8 * 1024;
    /** Of an announcement, whose text is there once for all. */
    private static final int SHARED_BYTES = 64;

    private static final Logger log = LoggerFactory.getLogger(SendQueue.class);

    private final Wire wire;
    private final Reservation memory;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int characters;
    private long bytes;
    /** Of the frame that is being sent, as text or as the container's copy. */
    private long bytesOnTheWay;

    private long reserved;
    private boolean sending;
    private boolean closed;
    private @Nullable CloseReason closing;
    /** Goes out when nothing else waits, unless another one takes its place. */
    private @Nullable String hint;

    /** @param memory for what waits */
    SendQueue(Wire wire, Reservation memory) {
        this.wire = wire;
        this.memory = memory;
    }

    /** @param message a JSON object */
    public void send(String message) {
        add(Waiting.alone(message), null);
    }

    /** Sends a text that many queues hold: it takes its memory once. */
    public void sendShared(String message) {
        add(new Waiting(message, SHARED_BYTES), null);
    }

    /**
     * Sends a text that many queues hold, and that the next such text makes useless: when something else waits it stays behind that, and only the
     * latest stays. So it adds nothing to what piles up for a peer that does not read.
     */
    public void hint(String message) {
        synchronized (this) {
            if (closed || closing != null) {
                return;
            }
            hint = message;
        }
        sendNext();
    }

    /** Sends one last message and closes the socket. */
    public void finish(String last, CloseReason reason) {
        add(Waiting.alone(last), reason);
    }

    /** Closes at once; what waits is lost. */
    public void cut(CloseReason reason) {
        if (lost()) {
            wire.close(reason);
        }
    }

    /** The socket is gone, and what waits with it: nobody tries to send any more. False when that was so already. */
    synchronized boolean lost() {
        boolean wasOpen = !closed;
        closed = true;
        waiting.clear();
        hint = null;
        memory.hold(0);
        return wasOpen;
    }

    private void add(Waiting message, @Nullable CloseReason reason) {
        boolean tooSlow;
        synchronized (this) {
            if (closed || closing != null) {
                return;
            }
            closing = reason;
            hint = reason == null ? hint : null;
            waiting.add(message);
            characters += message.text.length();
            bytes += message.bytes;
            tooSlow = waiting.size() > MAX_MESSAGES || characters > MAX_CHARACTERS || !reserve();
        }
        if (tooSlow) {
            log.info("a socket whose other end does not read was closed");
            cut(CloseReason.TOO_SLOW);
        } else {
            sendNext();
        }
    }

    private void sendNext() {
        String text;
        CloseReason last;
        boolean hasRoom;
        synchronized (this) {
            if (sending || closed) {
                return;
            }
            text = takeFrame();
            last = closing;
            sending = text != null;
            hasRoom = reserve();
        }
        if (!hasRoom) {
            cut(CloseReason.TOO_SLOW);
        } else if (text != null) {
            wire.send(text, this::sent);
        } else if (last != null) {
            cut(last);
        }
    }

    /** A message, or a list of those that wait; null when nothing does. */
    private @Nullable String takeFrame() {
        if (waiting.isEmpty()) {
            return takeHint();
        }
        String first = take();
        Waiting next = waiting.peek();
        String whole = first;
        if (next != null && first.length() + next.text.length() <= FRAME_CHARACTERS) {
            StringBuilder frame = new StringBuilder("[").append(first);
            while (next != null && frame.length() + next.text.length() <= FRAME_CHARACTERS) {
                frame.append(',').append(take());
                next = waiting.peek();
            }
            whole = frame.append(']').toString();
        }
        bytesOnTheWay = 2L * whole.length();
        return whole;
    }

    private @Nullable String takeHint() {
        String latest = hint;
        hint = null;
        if (latest != null) {
            bytesOnTheWay = 2L * latest.length();
        }
        return latest;
    }

    private String take() {
        Waiting message = waiting.remove();
        characters -= message.text.length();
        bytes -= message.bytes;
        return message.text;
    }

    /** Reserves memory for what waits and for what is on its way, in steps; false when there is none. */
    private boolean reserve() {
        long held = bytes + bytesOnTheWay;
        long wanted = held <= FREE_BYTES ? 0 : (held + STEP_BYTES - 1) / STEP_BYTES * STEP_BYTES;
        if (wanted != reserved && !memory.hold(wanted)) {
            return false;
        }
        reserved = wanted;
        return true;
    }

    private void sent(boolean well) {
        synchronized (this) {
            sending = false;
            bytesOnTheWay = 0;
        }
        if (well) {
            sendNext();
        } else {
            cut(CloseReason.DONE);
        }
    }

    /**
     * A text that has not gone out.
     *
     * @param bytes of memory that it takes here, at most
     */
    private record Waiting(String text, long bytes) {
        static Waiting alone(String text) {
            return new Waiting(text, 2L * text.length() + SHARED_BYTES);
        }
    }
}
