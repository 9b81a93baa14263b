package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sockets of people who are in no meeting, all of one address, each with a message that never ends. */
@Tag("attack")
class UnadmittedSocketsIT {
    private static final int SOCKETS = 400;
    private static final int MESSAGE_BYTES = 100_000;
    private static final int CLOSE_FRAME = 0x88;
    private static final int PATIENCE_MILLIS = 6_000;
    private static final byte[] UNFINISHED = unfinished();

    private final Scene scene = Scene.shared();

    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void unfinishedMessagesOfStrangersAreCutOff() throws Exception {
        // a server that never read such messages compiles meanwhile; what is measured is the next ones
        send("127.0.2.2", SOCKETS);
        ended.set(0);

        scene.bystanders()
                .during("unfinished messages before a welcome", () -> send("127.0.2.1", SOCKETS * Scene.FORCE));

        // those that were not even upgraded count as neither
        assertThat(kept).hasValue(0);
        assertThat(ended).hasPositiveValue();
    }

    private void send(String address, int sockets) throws Exception {
        try (Stranger attacker = scene.stranger(address);
                Crowd crowd = new Crowd()) {
            for (int i = 0; i < sockets; i++) {
                crowd.add(() -> attacker.upgrade("abcdefghijklmnopqr"), socket -> {
                    boolean over = !sendUnfinished(socket) || isEnded(socket);
                    (over ? ended : kept).incrementAndGet();
                });
            }
            crowd.await(60);
        }
    }

    /** The first part of a text message (RFC 6455 section 5.4), whose characters need two bytes each on the server's heap. */
    private static byte[] unfinished() {
        byte[] payload = "ẞ".repeat(MESSAGE_BYTES / 3).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(14 + payload.length)
                .put((byte) 0x01)
                .put((byte) (0x80 | 127))
                .putLong(payload.length)
                .putInt(0)
                .put(payload)
                .array();
    }

    /** False when the server ends the connection before all of it is sent. */
    private static boolean sendUnfinished(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            out.write(UNFINISHED);
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    /** Whether the server says that it closes (RFC 6455 section 5.5.1), or ends the connection without a word. */
    private static boolean isEnded(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        try {
            int first = socket.getInputStream().read();
            return first < 0 || first == CLOSE_FRAME;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }
}
