package plenum.mediaserver.webrtc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** For a browser whose network lets no datagram out: carries its datagrams through one connection, framed as RFC 4571 has it. */
final class TcpBridge implements AutoCloseable {
    private final DatagramSocket near;
    private final Socket far;
    private final CountDownLatch reads = new CountDownLatch(1);
    private volatile InetSocketAddress browser;

    /** @param reads whether what the server sends is read from the beginning, or after {@link #readOn} only */
    TcpBridge(int serverPort, boolean reads) {
        try {
            near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            far = new Socket();
            far.setReceiveBufferSize(16 * 1024);
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
            far.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (reads) {
            readOn();
        }
        Thread.ofVirtual().start(() -> quietly(this::outwards));
        Thread.ofVirtual().start(() -> quietly(this::inwards));
    }

    void readOn() {
        reads.countDown();
    }

    /** Where the browser sends to. */
    InetSocketAddress address() {
        return (InetSocketAddress) near.getLocalSocketAddress();
    }

    private void outwards() throws IOException {
        DataOutputStream out = new DataOutputStream(far.getOutputStream());
        DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
        while (true) {
            datagram.setLength(2048);
            near.receive(datagram);
            browser = (InetSocketAddress) datagram.getSocketAddress();
            byte[] framed = new byte[2 + datagram.getLength()];
            framed[0] = (byte) (datagram.getLength() >> 8);
            framed[1] = (byte) datagram.getLength();
            System.arraycopy(datagram.getData(), 0, framed, 2, datagram.getLength());
            // in two pieces: a stream does not keep the borders of what was written
            out.write(framed, 0, 1);
            out.write(framed, 1, framed.length - 1);
        }
    }

    private void inwards() throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(far.getInputStream());
        while (true) {
            byte[] packet = new byte[in.readUnsignedShort()];
            in.readFully(packet);
            near.send(new DatagramPacket(packet, packet.length, browser));
            if (reads.getCount() > 0 && isMedia(packet)) {
                reads.await();
            }
        }
    }

    private static boolean isMedia(byte[] packet) {
        return (packet[0] & 0xC0) == 0x80;
    }

    private interface Carrying {
        void run() throws IOException, InterruptedException;
    }

    private void quietly(Carrying carrying) {
        try {
            carrying.run();
        } catch (IOException | InterruptedException e) {
            close(); // the other side has closed, or we have
        }
    }

    @Override
    public void close() {
        near.close();
        try {
            far.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
