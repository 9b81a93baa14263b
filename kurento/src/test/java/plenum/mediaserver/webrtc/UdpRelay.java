package plenum.mediaserver.webrtc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.function.Predicate;

/** A router between two kinds of networks: what the browser sends by one goes on by another. */
final class UdpRelay implements AutoCloseable {
    private final DatagramSocket near;
    private final DatagramSocket far;
    private final Predicate<byte[]> goesOn;
    private volatile SocketAddress browser;

    UdpRelay(InetSocketAddress server) {
        this(server, fromBrowser -> true);
    }

    /** @param goesOn whether a datagram of the browser's, with zeros behind it, is not lost */
    UdpRelay(InetSocketAddress server, Predicate<byte[]> goesOn) {
        this.goesOn = goesOn;
        try {
            near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            far = new DatagramSocket(
                    new InetSocketAddress(server.getAddress() instanceof Inet6Address ? "::1" : "127.0.0.1", 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> carry(near, far, server));
        Thread.ofVirtual().start(() -> carry(far, near, null));
    }

    InetSocketAddress address() {
        return (InetSocketAddress) near.getLocalSocketAddress();
    }

    private void carry(DatagramSocket from, DatagramSocket to, SocketAddress server) {
        DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
        try {
            while (true) {
                datagram.setLength(2048);
                from.receive(datagram);
                if (server != null) {
                    browser = datagram.getSocketAddress();
                }
                datagram.setSocketAddress(server == null ? browser : server);
                if (server == null || goesOn.test(Arrays.copyOf(datagram.getData(), datagram.getLength() + 4))) {
                    to.send(datagram);
                }
            }
        } catch (IOException e) {
            close(); // one of the two was closed
        }
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }
}
