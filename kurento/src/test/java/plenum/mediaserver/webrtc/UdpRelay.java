package plenum.mediaserver.webrtc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** A router between two kinds of networks: what the browser sends by one goes on by another. */
final class UdpRelay implements AutoCloseable {
    private final DatagramSocket near;
    private final DatagramSocket far;
    private volatile SocketAddress browser;

    UdpRelay(InetSocketAddress server) {
        try {
            near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            far = new DatagramSocket(new InetSocketAddress("::1", 0));
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
                to.send(datagram);
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
