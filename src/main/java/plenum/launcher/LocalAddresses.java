package plenum.launcher;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names and addresses of this machine. */
final class LocalAddresses {

    private LocalAddresses() {}

    /** Addresses for others in the network, IPv4 first; empty on a machine without a network. */
    static List<InetAddress> forOthers() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                    .sorted((a, b) -> Integer.compare(a.getAddress().length, b.getAddress().length))
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    /** As keytool and certificates write them: {@code dns:} or {@code ip:} before the name. */
    static Set<String> certificateNames() {
        Set<String> names = new TreeSet<>(Set.of("dns:localhost", "ip:127.0.0.1", "ip:0:0:0:0:0:0:0:1"));
        hostName().ifPresent(name -> names.add("dns:" + name));
        forOthers().forEach(address -> names.add("ip:" + literal(address)));
        return names;
    }

    static boolean isLiteral(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    /** Without the interface's name that Java appends to some IPv6 addresses. */
    static String literal(InetAddress address) {
        return address.getHostAddress().replaceAll("%.*", "");
    }

    private static Optional<String> hostName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName())
                    .filter(name -> name.matches("[A-Za-z][A-Za-z0-9.-]*"));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
