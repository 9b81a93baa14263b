package plenum.bench.signaling;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import plenum.mediaserver.bench.StopWatch;

/** Joins a meeting and then reads one byte a second: a phone in a tunnel, or somebody who wants to hurt the others. */
final class SlowReader implements AutoCloseable {
    static final String NAME = "Slow reader";
    private static final int SMALLEST_BUFFER = 2048;

    private final Socket socket = new Socket();

    SlowReader(URI site, Room room) throws IOException {
        socket.setReceiveBufferSize(SMALLEST_BUFFER);
        socket.connect(new InetSocketAddress("127.0.0.1", site.getPort()));
        OutputStream out = socket.getOutputStream();
        out.write(("GET /ws/meetings/" + room.letters() + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nOrigin: "
                        + site.getScheme() + "://" + site.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        skipHead();
        out.write(frame("{\"type\":\"join\",\"name\":\"" + NAME + "\",\"microphone\":false,\"camera\":false}"));
        Thread.ofVirtual().start(this::read);
    }

    private void skipHead() throws IOException {
        int seen = 0;
        while (seen < 4) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the handshake was refused");
            }
            seen = next == "\r\n\r\n".charAt(seen) ? seen + 1 : 0;
        }
    }

    /** A masked text frame (RFC 6455 section 5.2) of less than 126 bytes; the mask is zero, which changes nothing. */
    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[payload.length + 6];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }

    private void read() {
        try {
            while (socket.getInputStream().read() >= 0) {
                StopWatch.pass(Duration.ofSeconds(1));
            }
        } catch (IOException e) {
            // closed by either side
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
