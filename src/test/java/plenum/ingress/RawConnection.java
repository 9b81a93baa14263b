package plenum.ingress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection that sends what no HTTP client would, from an address of its own. */
final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SMALL_BUFFER = 4096;

    private final Socket socket = new Socket();
    private final BufferedReader answers;

    /** What came first in an answer. */
    record Head(int status, Map<String, String> headers) {}

    private RawConnection(InetSocketAddress server, String from) {
        try {
            socket.setReceiveBufferSize(SMALL_BUFFER);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.connect(server, PATIENCE_MILLIS);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * To a server on loopback.
     *
     * @param from an address of 127.0.0.0/8
     */
    static RawConnection to(int port, String from) {
        return new RawConnection(new InetSocketAddress("127.0.0.1", port), from);
    }

    /** Sends the lines of a head; an empty line ends it. */
    RawConnection send(String... lines) {
        return sendText(String.join("\r\n", lines) + "\r\n");
    }

    RawConnection sendText(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawConnection handshake(String path, String host) {
        return send(
                "GET " + path + " HTTP/1.1",
                "Host: " + host,
                "Origin: http://" + host,
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "");
    }

    Head head() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("the connection was closed without an answer");
            }
            int status = Integer.parseInt(line.split(" ", 3)[1]);
            Map<String, String> headers = new TreeMap<>();
            for (line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
                String[] parts = line.split(": *", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            return new Head(status, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String chars(int count) {
        char[] text = new char[count];
        try {
            for (int at = 0; at < count; ) {
                int more = answers.read(text, at, count - at);
                if (more < 0) {
                    throw new AssertionError("the connection was closed after " + at + " characters");
                }
                at += more;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(text);
    }

    /** What is left until the other side closes. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        try {
            for (int c = answers.read(); c >= 0; c = answers.read()) {
                rest.append((char) c);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rest.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
