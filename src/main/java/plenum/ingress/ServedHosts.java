package plenum.ingress;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The host names that this server answers for. Otherwise a foreign name that resolves to this server's address (DNS rebinding) would be an
 * origin of its own with our pages. Addresses in digits cannot be rebound and are allowed.
 */
final class ServedHosts {
    private final Optional<HostHeader> published;
    private final Set<String> machineNames;

    /**
     * @param publicUrl where people reach this server; empty: at the machine's own names and at any of its addresses
     * @param machineNames lower case
     */
    ServedHosts(Optional<URI> publicUrl, Set<String> machineNames) {
        this.published = publicUrl.flatMap(url -> HostHeader.parse(url.getHost()));
        this.machineNames = Set.copyOf(machineNames);
    }

    /** @param local the address of ours that the connection was made to */
    boolean serves(HostHeader host, Optional<InetAddress> local) {
        if (host.isLoopback()) {
            return true;
        }
        if (published.isPresent()) {
            return host.name().equals(published.get().name())
                    || host.address().isPresent() && host.address().equals(local);
        }
        return host.address().isPresent() || machineNames.contains(host.name());
    }
}
