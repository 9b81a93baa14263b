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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The network between one page and the media servers on this machine, for all of the page's peer connections: one rate and one queue towards
 * the page, and in both directions one delay, one share that is lost, and addresses that can change. The page is told other ports, where this
 * relay listens; candidates are rewritten by a script of the test.
 */
final class PageNetwork implements AutoCloseable {

    private static final long QUEUE_NANOS = 400_000_000L;
    private static final int MAX_DATAGRAM = 2048;

    private static final String REWRITE = """
            (() => {
              const candidate = /(candidate:\\S+ 1 udp \\d+ 127\\.0\\.0\\.1 )(\\d+)( typ host)/i;
              const through = async (text) => {
                const lines = text.split('\\r\\n');
                for (const [i, line] of lines.entries()) {
                  const port = candidate.exec(line)?.[2];
                  if (port) lines[i] = line.replace(candidate, '$1' + await window.portOfLink(Number(port)) + '$3');
                }
                return lines.join('\\r\\n');
              };
              const { addIceCandidate, setRemoteDescription } = RTCPeerConnection.prototype;
              RTCPeerConnection.prototype.addIceCandidate = async function (init) {
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
    private final Random chance = new Random(4711);
    private volatile long delayNanos;
    private volatile double loss;
    private long bitsPerSecond;
    private long freeNanos = System.nanoTime();
    private long lastCrowdedNanos = Long.MIN_VALUE;

    /** Puts itself between the page, which has not been opened yet, and every media server; at first it is a good one. */
    PageNetwork(Page page) {
        page.exposeFunction("portOfLink", arguments -> portFor(((Number) arguments[0]).intValue()));
        page.addInitScript(REWRITE);
    }

    /** Towards the page; 0 for no limit. */
    PageNetwork rate(long newBitsPerSecond) {
        synchronized (line) {
            bitsPerSecond = newBitsPerSecond;
        }
        return this;
    }

    /** In each direction. */
    PageNetwork delay(Duration delay) {
        delayNanos = delay.toNanos();
        return this;
    }

    /** What is lost in each direction, from 0 to 1. */
    PageNetwork loss(double share) {
        loss = share;
        return this;
    }

    /** From now on servers see the page at other addresses; what they send to the old ones is lost. */
    void moveElsewhere() {
        List<DatagramSocket> old = List.copyOf(exits.values());
        exits.clear();
        old.forEach(DatagramSocket::close);
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
                    send(exits.computeIfAbsent(client, from -> exit(from, entrance)), packet, target, 0);
                }));
        return entrance;
    }

    private DatagramSocket exit(SocketAddress client, DatagramSocket entrance) {
        DatagramSocket exit = socket();
        Thread.ofVirtual()
                .start(() -> pump(exit, packet -> {
                    long wait = queue(packet.getLength());
                    if (wait >= 0) {
                        send(entrance, packet, client, wait);
                    }
                }));
        return exit;
    }

    /** How long a datagram takes through the queue; negative when there is no room for it. */
    private long queue(int bytes) {
        synchronized (line) {
            if (bitsPerSecond == 0) {
                return 0;
            }
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

    private void send(DatagramSocket socket, DatagramPacket packet, SocketAddress to, long queueNanos) {
        if (chance.nextDouble() < loss) {
            return;
        }
        packet.setSocketAddress(to);
        delayed.schedule(
                () -> {
                    if (!socket.isClosed()) {
                        socket.send(packet);
                    }
                    return null;
                },
                queueNanos + delayNanos,
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
