package plenum.mediaserver.webrtc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/**
 * Settings of the WebRTC side.
 *
 * @param addresses the addresses announced to browsers, as IP literals
 * @param bindAddress where the UDP ports are opened, as an IP literal
 * @param firstPort the first UDP port that may be used, one per loop; 0 for any
 * @param lastPort the last UDP port that may be used
 * @param tcpPort where browsers connect that no datagram gets through to; {@link #NO_TCP}, or {@link #ANY_TCP} for the number of a UDP port
 *     if it is free
 * @param loops how many event loops run
 * @param codecPreference codec names, the one that all viewers should get first
 */
public record WebRtcSettings(
        List<String> addresses,
        String bindAddress,
        int firstPort,
        int lastPort,
        int tcpPort,
        int loops,
        List<String> codecPreference) {
    public static final int NO_TCP = -1;
    public static final int ANY_TCP = 0;

    public WebRtcSettings {
        addresses = List.copyOf(addresses);
        codecPreference = List.copyOf(codecPreference);
        if (addresses.isEmpty()
                || loops < 1
                || firstPort < 0
                || lastPort > 65_535
                || firstPort > lastPort
                || tcpPort < NO_TCP) {
            throw new IllegalArgumentException("needs an address, a loop and a range of UDP ports");
        }
    }

    /** All addresses of this machine but loopback, unless there is no other; any ports; one loop per core. */
    public static WebRtcSettings defaults() {
        return new WebRtcSettings(
                localAddresses(),
                "::",
                0,
                0,
                ANY_TCP,
                Runtime.getRuntime().availableProcessors(),
                List.of("opus", "VP8", "H264", "VP9", "AV1"));
    }

    /** This machine only: for tests and for a first try. */
    public static WebRtcSettings loopback() {
        return defaults().announcing(List.of("127.0.0.1"));
    }

    /**
     * Announces other addresses. One alone that is this machine's own is where the ports are opened, too: the kernel would answer from the
     * address that its routes prefer, and browsers take no answer from another address than they asked.
     */
    public WebRtcSettings announcing(List<String> announced) {
        String bound = announced.size() == 1 && isOwn(announced.getFirst()) ? announced.getFirst() : bindAddress;
        return new WebRtcSettings(announced, bound, firstPort, lastPort, tcpPort, loops, codecPreference);
    }

    private static boolean isOwn(String literal) {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(literal)) != null;
        } catch (IOException e) {
            return false;
        }
    }

    public WebRtcSettings onPorts(int first, int last) {
        return new WebRtcSettings(addresses, bindAddress, first, last, tcpPort, loops, codecPreference);
    }

    public WebRtcSettings onTcpPort(int port) {
        return new WebRtcSettings(addresses, bindAddress, firstPort, lastPort, port, loops, codecPreference);
    }

    public WebRtcSettings withLoops(int count) {
        return new WebRtcSettings(addresses, bindAddress, firstPort, lastPort, tcpPort, count, codecPreference);
    }

    /** Without the zone, which means nothing to others. */
    private static String literal(InetAddress address) {
        return address.getHostAddress().split("%", 2)[0];
    }

    private static List<String> localAddresses() {
        try {
            List<String> found = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(WebRtcSettings::literal)
                    .toList();
            return found.isEmpty() ? List.of("127.0.0.1") : found;
        } catch (SocketException e) {
            return List.of("127.0.0.1");
        }
    }
}
