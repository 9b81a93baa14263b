package plenum.signaling;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Network addresses as throttles and blocks count them. */
final class NetworkAddress {
    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    /**
     * An IPv4 address as it is; of an IPv6 address the network of 64 bits (RFC 4291 section 2.5.4), because a household has all addresses
     * of it and can come from another one each time. What is no address stays as it is.
     */
    static String of(String text) {
        String bare = text.replaceAll("[\\[\\]]", "").replaceAll("%.*$", "");
        // anything else would ask a name server
        if (!bare.contains(":") || !bare.matches("[0-9A-Fa-f:.]+")) {
            return text;
        }
        try {
            byte[] bytes = InetAddress.getByName(bare).getAddress();
            if (bytes.length <= NETWORK_BYTES) {
                return InetAddress.getByAddress(bytes).getHostAddress();
            }
            Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            return text;
        }
    }
}
