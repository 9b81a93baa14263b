package plenum.platform;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/**
 * Where a request comes from, told by proxies of ours if there are any. Each of them writes at the end of {@code X-Forwarded-For} whom it
 * saw itself; what stands before that can be anybody's invention, and so can a first header of two.
 */
public final class ClientAddress {
    private ClientAddress() {}

    /**
     * @param peer the other end of the connection
     * @param forwarded all headers {@code X-Forwarded-For}, in their order
     * @return as throttles and blocks count it, see {@link NetworkAddress}
     */
    public static String of(String peer, Enumeration<String> forwarded, Settings.Proxies proxies) {
        List<String> hops = new ArrayList<>();
        while (proxies.believed() && forwarded.hasMoreElements()) {
            for (String hop : forwarded.nextElement().split(",", -1)) {
                if (!hop.isBlank()) {
                    hops.add(hop.strip());
                }
            }
        }
        for (String hop : hops.reversed()) {
            if (proxies.further().stream().noneMatch(range -> range.contains(hop))) {
                return NetworkAddress.of(hop);
            }
        }
        return NetworkAddress.of(hops.isEmpty() ? peer : hops.getFirst());
    }
}
