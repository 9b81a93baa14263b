package plenum.mediaserver.webrtc;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Candidate lines (RFC 8839 section 5.1) of an ICE-lite server: its announced addresses on one port. */
final class HostCandidates {
    private static final long HOST_PREFERENCE = 126L << 24;
    private static final int HIGHEST_LOCAL_PREFERENCE = 65_535;
    private static final int RTP_COMPONENT = 1;

    private HostCandidates() {}

    /** The attribute's values, without {@code candidate:}, the preferred first. */
    static List<String> of(List<String> addresses, int port) {
        List<String> lines = new ArrayList<>();
        for (String address : addresses) {
            int local = HIGHEST_LOCAL_PREFERENCE - lines.size();
            long priority = HOST_PREFERENCE | (long) local << 8 | 256 - RTP_COMPONENT;
            lines.add((lines.size() + 1) + " 1 udp " + priority + " " + address + " " + port + " typ host");
        }
        return lines;
    }

    /** The other side's address as a candidate that was learnt from its check. */
    static String peerReflexive(InetSocketAddress address) {
        return "candidate:0 1 udp 0 " + address.getAddress().getHostAddress() + " " + address.getPort() + " typ prflx";
    }
}
