package plenum.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The push services that this server talks to. A browser names the address that its notices go to, and could be anybody's program: no request goes
 * anywhere that the operator has not listed (server-side request forgery).
 */
final class PushServices {
    private static final int LONGEST = 2000;
    private static final int HTTPS_PORT = 443;
    private static final String SUBDOMAINS = "*.";

    private final List<String> allowed;

    /** @param allowed hosts, domains behind {@code *.}, and origins of this machine such as {@code http://127.0.0.1:8123}; in small letters */
    PushServices(List<String> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    boolean areNone() {
        return allowed.isEmpty();
    }

    /** The address of a subscription; empty when it is none, or of a service that is not listed. */
    Optional<URI> endpoint(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(this::allows);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean allows(URI endpoint) {
        if (endpoint.getScheme() == null
                || endpoint.getHost() == null
                || endpoint.getRawUserInfo() != null
                || endpoint.getRawFragment() != null) {
            return false;
        }
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        return switch (endpoint.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" ->
                (endpoint.getPort() < 0 || endpoint.getPort() == HTTPS_PORT)
                        && allowed.stream().anyMatch(service -> covers(service, host));
            case "http" -> allowed.contains("http://" + host + ":" + endpoint.getPort());
            default -> false;
        };
    }

    private static boolean covers(String service, String host) {
        return service.startsWith(SUBDOMAINS)
                ? host.endsWith(service.substring(1)) && host.length() > service.length() - 1
                : host.equals(service);
    }
}
