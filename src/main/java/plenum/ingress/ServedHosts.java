package plenum.ingress;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts that we answer for. A page of somebody else's name that resolves to our address (DNS rebinding) would otherwise be of one origin
 * with us in the visitor's browser. An address in digits cannot be rebound, a name can.
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
