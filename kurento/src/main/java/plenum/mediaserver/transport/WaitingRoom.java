package plenum.mediaserver.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits the connections that are not verified yet, in all and for each network. IPv6 addresses count by their /64, because the owner of
 * one address has all of it (RFC 6177). Connections may leave from any loop.
 */
final class WaitingRoom {
    private final int most;
    private final int mostOfOne;
    private final Map<Object, Integer> byNetwork = new HashMap<>();
    private int all;

    private record Ipv6Network(long prefix) {}

    WaitingRoom(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** False when there is no room for one more from here. */
    synchronized boolean enter(InetAddress from) {
        Object network = network(from);
        int here = byNetwork.getOrDefault(network, 0);
        if (all >= most || here >= mostOfOne) {
            return false;
        }
        byNetwork.put(network, here + 1);
        all++;
        return true;
    }

    synchronized void leave(InetAddress from) {
        all--;
        byNetwork.computeIfPresent(network(from), (network, count) -> count == 1 ? null : count - 1);
    }

    private static Object network(InetAddress address) {
        return address instanceof Inet6Address six
                ? new Ipv6Network(ByteBuffer.wrap(six.getAddress()).getLong())
                : address;
    }
}
