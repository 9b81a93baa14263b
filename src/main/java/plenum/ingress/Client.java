package plenum.ingress;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Enumeration;
import org.xnio.IoUtils;
import plenum.platform.ClientAddress;
import plenum.platform.Settings.Proxies;

/** The client of a request, as limits are counted: an address, or a network. */
final class Client {
    private static final AttachmentKey<String> ADDRESS = AttachmentKey.create(String.class);

    private Client() {}

    /** Finds out, once for each request. */
    static void find(HttpServerExchange exchange, Proxies proxies) {
        InetSocketAddress peer = exchange.getSourceAddress();
        String address = peer.getAddress() == null
                ? peer.getHostString()
                : peer.getAddress().getHostAddress();
        HeaderValues forwarded = exchange.getRequestHeaders().get(Headers.X_FORWARDED_FOR);
        Enumeration<String> hops =
                forwarded == null ? Collections.emptyEnumeration() : Collections.enumeration(forwarded);
        exchange.putAttachment(ADDRESS, ClientAddress.of(address, hops, proxies));
    }

    static String of(HttpServerExchange exchange) {
        return exchange.getAttachment(ADDRESS);
    }

    /** Cuts the connection; whoever waits for it on another thread wakes up. From any thread. */
    static void cutOff(HttpServerExchange exchange) {
        exchange.getIoThread().execute(() -> IoUtils.safeClose(exchange.getConnection()));
    }
}
