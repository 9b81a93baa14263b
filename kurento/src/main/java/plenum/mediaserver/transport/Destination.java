package plenum.mediaserver.transport;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The destination of datagrams: an address, and its form for the kernel, prepared once. */
final class Destination {
    /** Of IPv4 and IPv6 sockets on Linux. */
    static final int AF_INET = 2;

    static final int AF_INET6 = 10;

    /** The longer of {@code sockaddr_in} and {@code sockaddr_in6}. */
    static final int MAX_LENGTH = 28;

    private static final int IPV4_LENGTH = 16;

    private final InetSocketAddress address;
    private byte @Nullable [] encoded;

    Destination(InetSocketAddress address) {
        this.address = address;
    }

    InetSocketAddress address() {
        return address;
    }

    /** {@code sockaddr_in} or {@code sockaddr_in6}, as sockets of this family want it; empty when the family does not reach there. */
    byte[] encoded(int family) {
        byte[] known = encoded;
        if (known == null) {
            known = family == AF_INET6 ? asIpv6() : asIpv4();
            encoded = known;
        }
        return known;
    }

    private byte[] asIpv4() {
        if (!(address.getAddress() instanceof Inet4Address ipv4)) {
            return new byte[0];
        }
        ByteBuffer out = start(AF_INET, IPV4_LENGTH);
        return out.put(ipv4.getAddress()).array();
    }

    private byte[] asIpv6() {
        InetAddress ip = address.getAddress();
        ByteBuffer out = start(AF_INET6, MAX_LENGTH).putInt(0); // flow label
        if (ip instanceof Inet6Address ipv6) {
            return out.put(ipv6.getAddress())
                    .order(ByteOrder.nativeOrder())
                    .putInt(ipv6.getScopeId())
                    .array();
        }
        return out.position(out.position() + 10)
                .putShort((short) 0xFFFF) // IPv4-mapped (RFC 4291 section 2.5.5.2)
                .put(ip.getAddress())
                .array();
    }

    private ByteBuffer start(int family, int length) {
        return ByteBuffer.allocate(length)
                .order(ByteOrder.nativeOrder())
                .putShort((short) family)
                .order(ByteOrder.BIG_ENDIAN)
                .putShort((short) address.getPort());
    }
}
