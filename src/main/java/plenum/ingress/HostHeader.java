package plenum.ingress;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plenum.platform.NetworkAddress;

/**
 * The host that a request names (RFC 9110 section 7.2), stricter than the RFC's grammar: a DNS name as browsers write it, or an address.
 *
 * @param name lower case, without a trailing dot; an IPv6 address without brackets
 * @param port 1 to 65535; empty: the scheme's own
 */
record HostHeader(String name, Optional<Integer> port) {
    private static final int LONGEST = 255;
    private static final Pattern FORM =
            Pattern.compile("(?:\\[(?<six>[0-9a-f:.]{2,45})]|(?<name>[a-z0-9.-]+))(?::(?<port>\\d{1,5}))?");
    /** RFC 1123 section 2.1. */
    private static final Pattern DNS_NAME =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\\.?");

    private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9.]+");

    /** Empty when it is no host that we could ever be asked for. */
    static Optional<HostHeader> parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches() || !isPort(form.group("port"))) {
            return Optional.empty();
        }
        Optional<Integer> port = Optional.ofNullable(form.group("port")).map(Integer::valueOf);
        String six = form.group("six");
        if (six != null) {
            return NetworkAddress.parse(six).map(address -> new HostHeader(six, port));
        }
        String name = form.group("name");
        boolean good = ONLY_DIGITS.matcher(name).matches()
                ? NetworkAddress.parse(name).isPresent()
                : DNS_NAME.matcher(name).matches();
        return good ? Optional.of(new HostHeader(name.replaceAll("\\.$", ""), port)) : Optional.empty();
    }

    private static boolean isPort(@Nullable String digits) {
        return digits == null || (Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= 65_535);
    }

    /** The address, when it is one and no name. */
    Optional<InetAddress> address() {
        return NetworkAddress.parse(name);
    }

    /** Whether only programs of the browser's own machine can be meant. RFC 6761 section 6.3. */
    boolean isLoopback() {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || address().filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** As it stands in a URL, with another port. */
    String withPort(int other) {
        String host = name.contains(":") ? "[" + name + "]" : name;
        return other == 443 ? host : host + ":" + other;
    }
}
