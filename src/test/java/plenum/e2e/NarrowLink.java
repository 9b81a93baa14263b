package plenum.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A narrow way for everything that media servers on this machine send to one page: one rate, one queue, one delay for all of its peer
 * connections. The page is told other ports, where this relay listens; candidates are rewritten by a script of the test.
 */
final class NarrowLink implements AutoCloseable {

    private static final long DELAY_NANOS = 25_000_000L;
    private static final long QUEUE_NANOS = 400_000_000L;
    private static final int MAX_DATAGRAM = 2048;

    private static final String REWRITE = """
            (() => {
              const candidate = /(candidate:\\S+ 1 udp \\d+ 127\\.0\\.0\\.1 )(\\d+)( typ host)/i;
              const connection = /candidate:\\S+ 1 tcp /i; // a way around us
              const through = async (text) => {
                const lines = text.split('\\r\\n').filter((line) => !connection.test(line));
                for (const [i, line] of lines.entries()) {
                  const port = candidate.exec(line)?.[2];
                  if (port) lines[i] = line.replace(candidate, '$1' + await window.portOfLink(Number(port)) + '$3');
                }
                return lines.join('\\r\\n');
              };
              const { addIceCandidate, setRemoteDescription } = RTCPeerConnection.prototype;
              RTCPeerConnection.prototype.addIceCandidate = async function (init) {
                if (connection.test(init?.candidate ?? '')) return undefined;
                if (!init?.candidate) return addIceCandidate.call(this, init);
                return addIceCandidate.call(this, { candidate: await through(init.candidate), sdpMid: init.sdpMid, sdpMLineIndex: init.sdpMLineIndex });
              };
              RTCPeerConnection.prototype.setRemoteDescription = async function ({ type, sdp }) {
                return setRemoteDescription.call(this, { type, sdp: await through(sdp) });
              };
            })()""";

    private final Map<Integer, DatagramSocket> entrances = new ConcurrentHashMap<>();
    private final Map<SocketAddress, DatagramSocket> exits = new ConcurrentHashMap<>();
    private final ScheduledExecutorService delayed = Executors.newSingleThreadScheduledExecutor();
    private final Object line = new Object();
    private long bitsPerSecond;
    private long freeNanos = System.nanoTime();
    private long lastCrowdedNanos = Long.MIN_VALUE;

    /** Puts itself between the page, which has not been opened yet, and every media server. */
    NarrowLink(Page page, long bitsPerSecond) {
        this.bitsPerSecond = bitsPerSecond;
        page.exposeFunction("portOfLink", arguments -> portFor(((Number) arguments[0]).intValue()));
        page.addInitScript(REWRITE);
    }

    void rate(long newBitsPerSecond) {
        synchronized (line) {
            bitsPerSecond = newBitsPerSecond;
        }
    }

    /** When the queue was more than half full the last time, in the terms of {@link System#nanoTime}. */
    long lastCrowdedNanos() {
        synchronized (line) {
            return lastCrowdedNanos;
        }
    }

    private int portFor(int server) {
        return entrances.computeIfAbsent(server, this::open).getLocalPort();
    }

    private DatagramSocket open(int server) {
        DatagramSocket entrance = socket();
        SocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), server);
        Thread.ofVirtual()
                .start(() -> pump(entrance, packet -> {
                    SocketAddress client = packet.getSocketAddress();
                    send(exits.computeIfAbsent(client, from -> exit(from, entrance)), packet, target, DELAY_NANOS);
                }));
        return entrance;
    }

    private DatagramSocket exit(SocketAddress client, DatagramSocket entrance) {
        DatagramSocket exit = socket();
        Thread.ofVirtual()
                .start(() -> pump(exit, packet -> {
                    long wait = queue(packet.getLength());
                    if (wait >= 0) {
                        send(entrance, packet, client, wait + DELAY_NANOS);
                    }
                }));
        return exit;
    }

    /** How long a datagram takes through the queue; negative when there is no room for it. */
    private long queue(int bytes) {
        synchronized (line) {
            long now = System.nanoTime();
            long begins = Math.max(now, freeNanos);
            if (begins - now > QUEUE_NANOS / 2) {
                lastCrowdedNanos = now;
            }
            if (begins - now > QUEUE_NANOS) {
                return -1;
            }
            freeNanos = begins + bytes * 8L * 1_000_000_000L / bitsPerSecond;
            return freeNanos - now;
        }
    }

    private interface Passing {
        void pass(DatagramPacket packet);
    }

    private static void pump(DatagramSocket socket, Passing passing) {
        try {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
                socket.receive(packet);
                passing.pass(packet);
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void send(DatagramSocket socket, DatagramPacket packet, SocketAddress to, long afterNanos) {
        packet.setSocketAddress(to);
        delayed.schedule(
                () -> {
                    if (!socket.isClosed()) {
                        socket.send(packet);
                    }
                    return null;
                },
                afterNanos,
                TimeUnit.NANOSECONDS);
    }

    private static DatagramSocket socket() {
        try {
            return new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delayed.shutdownNow();
        entrances.values().forEach(DatagramSocket::close);
        exits.values().forEach(DatagramSocket::close);
    }
}
