package plenum.mediaserver.transport;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts connections that have not proved anything yet, so that strangers hold little of ours. Connections leave from any loop. */
final class WaitingRoom {
    private final int most;
    private final int mostOfOne;
    private final Map<InetAddress, Integer> byAddress = new HashMap<>();
    private int all;

    WaitingRoom(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** False when there is no room for one more from here. */
    synchronized boolean enter(InetAddress from) {
        int here = byAddress.getOrDefault(from, 0);
        if (all >= most || here >= mostOfOne) {
            return false;
        }
        byAddress.put(from, here + 1);
        all++;
        return true;
    }

    synchronized void leave(InetAddress from) {
        all--;
        byAddress.computeIfPresent(from, (address, count) -> count == 1 ? null : count - 1);
    }
}
