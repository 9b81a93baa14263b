package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
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

    private final Scene scene = Scene.shared();

    @Test
    void unfinishedMessagesOfStrangersAreCutOff() {
        AtomicInteger kept = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();

        scene.bystanders().during("unfinished messages before a welcome", () -> {
            try (Stranger attacker = scene.stranger("127.0.2.1");
                    Crowd crowd = new Crowd()) {
                for (int i = 0; i < SOCKETS * Scene.FORCE; i++) {
                    crowd.add(() -> attacker.upgrade("abcdefghijklmnopqr"), socket -> {
                        boolean over = !sendUnfinished(socket) || isEnded(socket);
                        (over ? ended : kept).incrementAndGet();
                    });
                }
                crowd.await(60);
            }
        });

        // those that were not even upgraded count as neither
        assertThat(kept).hasValue(0);
        assertThat(ended).hasPositiveValue();
    }

    /**
     * The first part of a text message (RFC 6455 section 5.4), whose characters need two bytes each on the server's heap; false when the
     * server ends the connection before all of it is sent.
     */
    private static boolean sendUnfinished(Socket socket) throws IOException {
        byte[] payload = "ẞ".repeat(MESSAGE_BYTES / 3).getBytes(StandardCharsets.UTF_8);
        byte[] head = new byte[14];
        head[0] = 0x01;
        head[1] = (byte) (0x80 | 127);
        for (int i = 0; i < Long.BYTES; i++) {
            head[2 + i] = (byte) ((long) payload.length >>> (56 - 8 * i));
        }
        OutputStream out = socket.getOutputStream();
        try {
            out.write(head);
            out.write(payload);
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
