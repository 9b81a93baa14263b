package plenum.signaling;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.conference.Announcement;
import plenum.conference.Outbox;
import plenum.protocol.ProtocolCodec;
import plenum.protocol.ServerMessage;
import plenum.signaling.Wire.CloseReason;

/**
 * Sends one frame after the other. What has not gone out waits here, up to a limit, and goes together with the next frame: the more there is to
 * say, the less each message costs. A tab that lets more pile up is cut off, and may come back with its resume token. Thread-safe; nobody
 * waits.
 */
final class WebSocketOutbox implements Outbox {
    static final int MAX_MESSAGES = 1000;
    static final int MAX_CHARACTERS = 512 * 1024;
    /** Of messages that go together; a larger one goes alone. */
    static final int FRAME_CHARACTERS = 32 * 1024;

    private static final Logger log = LoggerFactory.getLogger(WebSocketOutbox.class);

    private final Wire wire;
    private final ProtocolCodec codec;
    private final Queue<String> waiting = new ArrayDeque<>();
    private int characters;
    private boolean sending;
    private boolean closed;
    private @Nullable CloseReason closing;

    WebSocketOutbox(Wire wire, ProtocolCodec codec) {
        this.wire = wire;
        this.codec = codec;
    }

    @Override
    public void send(ServerMessage message) {
        add(codec.encode(message), null);
    }

    @Override
    public void send(Announcement announcement) {
        add(announcement.text(codec::encode), null);
    }

    @Override
    public void finish(ServerMessage last) {
        finish(last, CloseReason.DONE);
    }

    void finish(ServerMessage last, CloseReason reason) {
        add(codec.encode(last), reason);
    }

    /** Closes at once; what waits is lost. */
    void cut(CloseReason reason) {
        if (lost()) {
            wire.close(reason);
        }
    }

    /** The socket is gone, and what waits with it: nobody tries to send any more. False when that was so already. */
    synchronized boolean lost() {
        boolean wasOpen = !closed;
        closed = true;
        waiting.clear();
        return wasOpen;
    }

    private void add(String text, @Nullable CloseReason reason) {
        boolean tooSlow;
        synchronized (this) {
            if (closed || closing != null) {
                return;
            }
            closing = reason;
            waiting.add(text);
            characters += text.length();
            tooSlow = waiting.size() > MAX_MESSAGES || characters > MAX_CHARACTERS;
        }
        if (tooSlow) {
            log.info("a tab that does not read was cut off");
            cut(CloseReason.TOO_SLOW);
        } else {
            sendNext();
        }
    }

    private void sendNext() {
        String text;
        CloseReason last;
        synchronized (this) {
            if (sending || closed) {
                return;
            }
            text = takeFrame();
            last = closing;
            sending = text != null;
        }
        if (text != null) {
            wire.send(text, this::sent);
        } else if (last != null) {
            cut(last);
        }
    }

    /** A message, or a list of those that wait; null when nothing does. */
    private @Nullable String takeFrame() {
        String first = waiting.poll();
        if (first == null) {
            return null;
        }
        characters -= first.length();
        String next = waiting.peek();
        if (next == null || first.length() + next.length() > FRAME_CHARACTERS) {
            return first;
        }
        StringBuilder frame = new StringBuilder("[").append(first);
        while (next != null && frame.length() + next.length() <= FRAME_CHARACTERS) {
            frame.append(',').append(next);
            characters -= next.length();
            waiting.remove();
            next = waiting.peek();
        }
        return frame.append(']').toString();
    }

    private void sent(boolean well) {
        synchronized (this) {
            sending = false;
        }
        if (well) {
            sendNext();
        } else {
            cut(CloseReason.DONE);
        }
    }
}
