package plenum.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks by its Origin header that a request comes from a page of ours (RFC 6454 section 7). Browsers send cookies along with a foreign
 * page's form and with its WebSocket handshake, and CORS stops neither (RFC 6455 section 10.2).
 */
public final class OriginCheck {
    private final Optional<URI> publicUrl;

    public OriginCheck(Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * Not without an origin: every browser sends one with a handshake and with what changes something.
     *
     * @param origin header of the request
     * @param site scheme, host and port that the request was sent to
     */
    public boolean allows(@Nullable String origin, String site) {
        String asked = normal(origin);
        return !asked.isEmpty()
                && (asked.equals(normal(site))
                        || publicUrl
                                .map(url -> asked.equals(normal(url.toString())))
                                .orElse(false));
    }

    /** Scheme, host and port, always with the port; empty when it is no origin of the web. */
    private static String normal(@Nullable String origin) {
        if (origin == null) {
            return "";
        }
        try {
            URI uri = new URI(origin);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null) {
                return "";
            }
            int standard = "https".equals(uri.getScheme()) ? 443 : 80;
            int port = uri.getPort() < 0 ? standard : uri.getPort();
            return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
