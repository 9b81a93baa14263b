package plenum.ingress;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits the connections that a client keeps open between its requests. Connections that became WebSockets are counted by {@code socket}.
 */
final class ConnectionLimit implements HttpHandler {
    private static final AttachmentKey<Counted> COUNTED = AttachmentKey.create(Counted.class);

    private final HttpHandler next;
    private final Allowance connections;

    ConnectionLimit(HttpHandler next, Allowance connections) {
        this.next = next;
        this.connections = connections;
    }

    /** One connection, until it ends or becomes something else. */
    private final class Counted {
        private final String client;
        private final AtomicBoolean over = new AtomicBoolean();

        Counted(String client) {
            this.client = client;
        }

        void end() {
            if (over.compareAndSet(false, true)) {
                connections.giveBack(client);
            }
        }
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        ServerConnection connection = exchange.getConnection();
        Counted counted = connection.getAttachment(COUNTED);
        if (counted == null) {
            String client = Client.of(exchange);
            if (!connections.take(client)) {
                Refusal.BUSY.handleRequest(exchange);
                return;
            }
            counted = new Counted(client);
            connection.putAttachment(COUNTED, counted);
            Counted fresh = counted;
            connection.addCloseListener(closed -> fresh.end());
        }
        Counted mine = counted;
        exchange.addExchangeCompleteListener((ended, others) -> {
            if (ended.isUpgrade()) {
                mine.end();
            }
            others.proceed();
        });
        next.handleRequest(exchange);
    }
}
