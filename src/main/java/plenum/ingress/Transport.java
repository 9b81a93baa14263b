package plenum.ingress;

import java.net.URI;
import java.util.Optional;

/**
 * Which requests must come by TLS: all but those from the same machine, those of an operator who publishes plain HTTP, and those that the
 * operator's proxy forwards without X-Forwarded-Proto.
 */
final class Transport {
    private static final String TLS = "https";
    private static final int STANDARD = 443;

    private final Optional<URI> publicUrl;
    private final Optional<HostHeader> published;
    private final boolean behindProxy;
    private final int httpsPort;

    /**
     * @param behindProxy whether what a proxy says about scheme and host is believed
     * @param httpsPort where this machine answers with TLS
     */
    Transport(Optional<URI> publicUrl, boolean behindProxy, int httpsPort) {
        this.publicUrl = publicUrl;
        this.published = publicUrl.flatMap(url -> HostHeader.parse(url.getHost()));
        this.behindProxy = behindProxy;
        this.httpsPort = httpsPort;
    }

    /**
     * Where a request has to be sent instead, without its path.
     *
     * @param scheme that the browser used
     * @param told whether a proxy told that scheme
     */
    Optional<String> insteadOf(String scheme, boolean told, HostHeader host) {
        if (scheme.equals(TLS) || host.isLoopback()) {
            return Optional.empty();
        }
        boolean ofPublished =
                published.filter(ours -> ours.name().equals(host.name())).isPresent();
        boolean publishedWithTls =
                publicUrl.filter(url -> TLS.equals(url.getScheme())).isPresent();
        if (behindProxy && !(told && publishedWithTls) || ofPublished && !publishedWithTls) {
            return Optional.empty();
        }
        if (ofPublished) {
            int port = publicUrl.map(URI::getPort).filter(number -> number > 0).orElse(STANDARD);
            return Optional.of("https://" + host.withPort(port));
        }
        return Optional.of("https://" + host.withPort(httpsPort));
    }

    /**
     * Whether browsers shall come by TLS alone from now on (RFC 6797). For the published name only: others have a certificate that a visitor
     * accepts by hand, which HSTS forbids.
     */
    boolean isStrict(String scheme, HostHeader host) {
        return scheme.equals(TLS)
                && publicUrl.filter(url -> TLS.equals(url.getScheme())).isPresent()
                && published.filter(ours -> ours.name().equals(host.name())).isPresent()
                && host.address().isEmpty();
    }
}
