package plenum.mediaserver.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carries an application's connection to the server until it is cut, as when the application's process is killed. */
final class CutLink implements AutoCloseable {
    private final URI server;
    private final ServerSocket entrance;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    CutLink(URI server) throws IOException {
        this.server = server;
        entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** What the application takes for the server. */
    URI url() {
        return URI.create("ws://127.0.0.1:" + entrance.getLocalPort() + server.getPath());
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                open.add(client);
                Socket onward = new Socket(server.getHost(), server.getPort());
                open.add(onward);
                Thread.ofVirtual().start(() -> carry(client, onward));
                Thread.ofVirtual().start(() -> carry(onward, client));
            } catch (IOException e) {
                close();
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            close();
        }
    }

    /** Cuts, for good. */
    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
