package plenum.platform;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/**
 * The network address of a request's sender. Behind proxies of ours it is taken from {@code X-Forwarded-For}, read from the end: each proxy
 * appends the address that it saw, and everything before the entries of our proxies can be forged.
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
