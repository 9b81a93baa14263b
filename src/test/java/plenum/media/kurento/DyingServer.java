package plenum.media.kurento;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Takes connections, reads what they ask, and closes them without a word. */
final class DyingServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private volatile int handshakes;

    DyingServer() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + socket.getLocalPort() + "/kurento");
    }

    /** How many asked for anything, unlike those who only look whether somebody listens. */
    int handshakes() {
        return handshakes;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                if (client.getInputStream().read() >= 0) {
                    handshakes++;
                }
            } catch (IOException e) {
                continue; // the client has gone first, or the test is over
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
