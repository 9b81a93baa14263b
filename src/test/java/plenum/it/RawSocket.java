package plenum.it;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket by hand (RFC 6455), for what no browser would do: it begins frames that it never ends, reads nothing, or ignores a close. */
public final class RawSocket implements AutoCloseable {
    private static final int FINAL = 0x80;
    /** With a mask of zeros. */
    private static final int MASKED = 0x80;

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int READ_MILLIS = 20_000;
    private static final int NORMAL = 126;
    private static final int LARGE = 127;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final int status;

    /** @param from local address, of the loopback network */
    public RawSocket(String from, String path) throws IOException {
        this(from, path, "");
    }

    /** @param headers further ones, each with its end of line */
    public RawSocket(String from, String path, String headers) throws IOException {
        URI site = Deployments.site();
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(site.getHost(), site.getPort()));
        socket.setSoTimeout(READ_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nOrigin: " + site
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        status = Integer.parseInt(head(in).split(" ", -1)[1]);
    }

    /** Of the answer to the handshake; 101 when the socket is open. */
    public int status() {
        return status;
    }

    public RawSocket say(String json) throws IOException {
        return frame(FINAL | TEXT, json.replace('\'', '"'));
    }

    /** The first part of a message. */
    public RawSocket begin(String part) throws IOException {
        return frame(TEXT, part);
    }

    /** A further part of it, and not the last. */
    public RawSocket goOn(String part) throws IOException {
        return frame(0, part);
    }

    /** The header of a message in one frame, and the beginning of its text. */
    public RawSocket beginFrame(int length, String text) throws IOException {
        socket.getOutputStream().write(header(FINAL | TEXT, length));
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private RawSocket frame(int kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(header(kind, bytes.length));
        socket.getOutputStream().write(bytes);
        return this;
    }

    public void ping() throws IOException {
        socket.getOutputStream().write(header(FINAL | PING, 0));
    }

    /** Reads until a text contains this. */
    public String hear(String what) throws IOException {
        String text = "";
        while (!text.contains(what)) {
            text = new String(frame(TEXT).payload, StandardCharsets.UTF_8);
        }
        return text;
    }

    /** Reads until the server closes, and tells the code. */
    public int closeCode() throws IOException {
        byte[] reason = frame(CLOSE).payload;
        return (reason[0] & 0xff) << 8 | reason[1] & 0xff;
    }

    /** Whether the server closes; else the answer to a ping comes. */
    public boolean isClosedByServer() throws IOException {
        return frame(CLOSE, PONG).kind == CLOSE;
    }

    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next frame of one of two kinds. */
    private Frame frame(int wanted, int orWanted) throws IOException {
        for (; ; ) {
            int kind = in.readUnsignedByte() & 0xf;
            int length = in.readUnsignedByte();
            if (length == NORMAL) {
                length = in.readUnsignedShort();
            } else if (length == LARGE) {
                length = (int) in.readLong();
            }
            byte[] payload = in.readNBytes(length);
            if (kind == wanted || kind == orWanted) {
                return new Frame(kind, payload);
            }
        }
    }

    private Frame frame(int wanted) throws IOException {
        return frame(wanted, wanted);
    }

    private static byte[] header(int kind, int length) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(kind);
        if (length < NORMAL) {
            header.write(MASKED | length);
        } else {
            header.write(MASKED | LARGE);
            header.writeBytes(new byte[] {
                0, 0, 0, 0, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
            });
        }
        header.writeBytes(new byte[4]);
        return header.toByteArray();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no answer to the handshake");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private record Frame(int kind, byte[] payload) {}
}
