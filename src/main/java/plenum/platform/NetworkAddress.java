package plenum.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Network addresses and the networks around them, as throttles and blocks count them. */
public final class NetworkAddress {
    /** Most networks that {@link #around} tells. */
    static final int MOST_AROUND = 3;

    private static final int NETWORK_BYTES = 8;
    /** Some proxies write the port, too (RFC 7239 section 6); whoever could choose it would be somebody else each time. */
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[[0-9A-Fa-f:.%\\w]+]):\\d{1,5}");

    private NetworkAddress() {}

    /**
     * An IPv4 address as it is; of an IPv6 address the network of 64 bits (RFC 4291 section 2.5.4), because a household has all addresses
     * of it and can come from another one each time. What is no address stays as it is.
     */
    public static String of(String text) {
        Optional<InetAddress> address = parse(text);
        if (address.isEmpty()) {
            return text;
        }
        byte[] bytes = address.get().getAddress();
        if (bytes.length <= NETWORK_BYTES) {
            return address.get().getHostAddress();
        }
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        return fromBytes(bytes).map(InetAddress::getHostAddress).orElse(text) + "/64";
    }

    /**
     * The address as {@link #of} tells it, and the networks around it, the smallest first: for IPv4 that of 24 bits, for IPv6 those of 56
     * and 48. A site has a network of 48 to 56 bits for itself (RFC 6177), and so 256 to 65,536 networks of 64. What is no address
     * stands alone.
     */
    public static List<String> around(String text) {
        String own = of(text);
        Optional<InetAddress> address = parse(own.replaceAll("/64$", ""));
        if (address.isEmpty()) {
            return List.of(own);
        }
        byte[] bytes = address.get().getAddress();
        return bytes.length <= NETWORK_BYTES
                ? List.of(own, network(bytes, 3))
                : List.of(own, network(bytes, 7), network(bytes, 6));
    }

    /** The part of the internet it is in, about as large as what a provider gets at once: for IPv4 16 bits, for IPv6 32. */
    public static String region(String text) {
        String own = of(text);
        return parse(own.replaceAll("/64$", ""))
                .map(InetAddress::getAddress)
                .map(bytes -> network(bytes, bytes.length <= NETWORK_BYTES ? 2 : 4))
                .orElse(own);
    }

    private static String network(byte[] address, int bytes) {
        byte[] start = Arrays.copyOf(Arrays.copyOf(address, bytes), address.length);
        return fromBytes(start).map(InetAddress::getHostAddress).orElse("") + "/" + 8 * bytes;
    }

    /** An address written in digits, with or without a port and a zone; never asks a name server. */
    public static Optional<InetAddress> parse(String text) {
        Matcher withPort = WITH_PORT.matcher(text);
        String bare = (withPort.matches() ? withPort.group(1) : text)
                .replaceAll("[\\[\\]]", "")
                .replaceAll("%.*$", "");
        boolean digits = bare.contains(":") ? bare.matches("[0-9A-Fa-f:.]+") : bare.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!digits) {
            return Optional.empty();
        }
        try {
            // not getByName, which asks a name server for 999.1.1.1
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> fromBytes(byte[] bytes) {
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
