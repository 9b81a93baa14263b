package plenum.ingress;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Settings.Proxies;
import plenum.platform.Throttle;

/** Checks the host and the transport of each request, and dispatches it to the handlers of its kind. */
final class FrontDoor implements HttpHandler {
    private static final Logger log = LoggerFactory.getLogger(FrontDoor.class);
    private static final HttpString STRICT_TRANSPORT = new HttpString("Strict-Transport-Security");
    private static final HttpString POLICY = new HttpString("Content-Security-Policy");
    private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");
    private static final String A_YEAR = "max-age=31536000";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String SOCKETS = "/ws/";
    private static final String FILES = "/files/";
    private static final String UPLOADS = "/uploads";
    /** Groups with thousands of members are no forms; the servlet reads them when a token was right. */
    private static final String PROVISIONING = "/scim/";
    /** Pages of the console with a file in a form, and its commands. */
    private static final Set<String> FORMS = Set.of(
            "/admin/brand", "/admin/brand.xhtml", "/admin/invitations", "/admin/invitations.xhtml", "/admin-commands");

    private final ServedHosts hosts;
    private final Transport transport;
    private final Proxies proxies;
    private final Throttle notices;
    private final Kinds kinds;

    /** The handlers of the kinds of requests. */
    record Kinds(
            HttpHandler health, HttpHandler handshakes, HttpHandler transfers, HttpHandler forms, HttpHandler pages) {}

    FrontDoor(ServedHosts hosts, Transport transport, Proxies proxies, InstantSource clock, Kinds kinds) {
        this.hosts = hosts;
        this.transport = transport;
        this.proxies = proxies;
        this.notices = new Throttle(1, Duration.ofMinutes(1), clock);
        this.kinds = kinds;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        addStrictestHeaders(exchange.getResponseHeaders());
        if (HealthAnswer.isFor(exchange)) {
            kinds.health().handleRequest(exchange);
            return;
        }
        Optional<HostHeader> host =
                HostHeader.parse(exchange.getRequestHeaders().getFirst(Headers.HOST));
        if (host.isEmpty()) {
            Refusal.BAD_HOST.handleRequest(exchange);
        } else if (!hosts.serves(host.get(), localAddress(exchange))) {
            if (notices.tryTake("")) {
                log.warn(
                        "a request under a name that is not ours was refused; PLENUM_PUBLIC_URL names the address that people type");
            }
            Refusal.WRONG_HOST.handleRequest(exchange);
        } else {
            pass(exchange, host.get());
        }
    }

    private void pass(HttpServerExchange exchange, HostHeader host) throws Exception {
        String scheme = exchange.getRequestScheme();
        boolean told = exchange.getRequestHeaders().contains(Headers.X_FORWARDED_PROTO);
        Optional<String> elsewhere = transport.insteadOf(scheme, told, host);
        if (elsewhere.isPresent()) {
            redirect(exchange, elsewhere.get());
            return;
        }
        if (transport.isStrict(scheme, host)) {
            exchange.getResponseHeaders().put(STRICT_TRANSPORT, A_YEAR);
        }
        Client.find(exchange, proxies);
        kindOf(exchange.getRelativePath()).handleRequest(exchange);
    }

    private HttpHandler kindOf(String path) {
        if (path.startsWith(SOCKETS)) {
            return kinds.handshakes();
        }
        boolean transfer = path.startsWith(FILES)
                || path.startsWith(PROVISIONING)
                || path.equals(UPLOADS)
                || path.startsWith(UPLOADS + "/");
        if (transfer) {
            return kinds.transfers();
        }
        return FORMS.contains(path) ? kinds.forms() : kinds.pages();
    }

    /** The security headers of responses that no page sends, such as Undertow's own; pages replace them. */
    private static void addStrictestHeaders(HeaderMap headers) {
        headers.put(POLICY, NOTHING);
        headers.put(CONTENT_TYPE_OPTIONS, "nosniff");
        headers.put(Headers.REFERRER_POLICY, "same-origin");
    }

    private static void redirect(HttpServerExchange exchange, String site) {
        String query = exchange.getQueryString();
        exchange.setPersistent(exchange.isRequestComplete());
        exchange.setStatusCode(StatusCodes.PERMANENT_REDIRECT);
        exchange.getResponseHeaders()
                .put(Headers.LOCATION, site + pathOf(exchange) + (query.isEmpty() ? "" : "?" + query));
        exchange.endExchange();
    }

    /** As it was sent; of a request to a proxy (RFC 9112 section 3.2.2), which no browser sends us, the root. */
    private static String pathOf(HttpServerExchange exchange) {
        String path = exchange.getRequestURI();
        return exchange.isHostIncludedInRequestURI() || !path.startsWith("/") ? "/" : path;
    }

    private static Optional<InetAddress> localAddress(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getConnection().getLocalAddress(InetSocketAddress.class))
                .map(InetSocketAddress::getAddress);
    }
}
