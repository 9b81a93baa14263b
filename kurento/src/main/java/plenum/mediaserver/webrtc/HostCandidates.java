package plenum.mediaserver.webrtc;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Candidate lines (RFC 8839 section 5.1, RFC 6544 section 4.5) of an ICE-lite server: its announced addresses on its ports. */
final class HostCandidates {
    private static final long HOST_PREFERENCE = 126L << 24;
    private static final int HIGHEST_LOCAL_PREFERENCE = 65_535;

    /** Below every datagram's, a relayed one's excepted (RFC 6544 section 4.2). */
    private static final long TCP_PREFERENCE = 90L << 24;

    private static final int PASSIVE_PREFERENCE = 4 << 13;
    private static final int HIGHEST_OTHER_PREFERENCE = 8_191;
    private static final int RTP_COMPONENT = 1;

    private HostCandidates() {}

    /** The attribute's values, without {@code candidate:}, the preferred first. */
    static List<String> of(List<String> addresses, int udpPort, OptionalInt tcpPort) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            long priority = priority(HOST_PREFERENCE, HIGHEST_LOCAL_PREFERENCE - i);
            lines.add(line(lines.size() + 1, "udp", priority, addresses.get(i), udpPort) + " typ host");
        }
        for (int i = 0; i < addresses.size() && tcpPort.isPresent(); i++) {
            long priority = priority(TCP_PREFERENCE, PASSIVE_PREFERENCE | HIGHEST_OTHER_PREFERENCE - i);
            lines.add(line(lines.size() + 1, "tcp", priority, addresses.get(i), tcpPort.getAsInt())
                    + " typ host tcptype passive");
        }
        return lines;
    }

    private static long priority(long type, int local) {
        return type | (long) local << 8 | 256 - RTP_COMPONENT;
    }

    private static String line(int foundation, String transport, long priority, String address, int port) {
        return foundation + " 1 " + transport + " " + priority + " " + address + " " + port;
    }

    /** The other side's address as a candidate that was learnt from its check. */
    static String peerReflexive(InetSocketAddress address, boolean tcp) {
        return "candidate:0 1 " + (tcp ? "tcp" : "udp") + " 0 "
                + address.getAddress().getHostAddress() + " " + address.getPort() + " typ prflx"
                + (tcp ? " tcptype active" : "");
    }
}
