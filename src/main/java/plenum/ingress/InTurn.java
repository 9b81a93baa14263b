package plenum.ingress;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.time.Duration;

/**
 * Gives a request a worker thread when it is its client's turn, and closes the connection of a request that keeps the thread for too long.
 */
final class InTurn implements HttpHandler {
    private final HttpHandler next;
    private final RequestThreads threads;
    private final Deadlines deadlines;
    private final Duration most;

    /** @param most how long a request may hold a thread; a reader as slow as that has had what the connection's buffer takes */
    InTurn(HttpHandler next, RequestThreads threads, Deadlines deadlines, Duration most) {
        this.next = next;
        this.threads = threads;
        this.deadlines = deadlines;
        this.most = most;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            if (!threads.submit(Client.of(exchange), () -> serve(exchange))) {
                Connectors.executeRootHandler(Refusal.BUSY, exchange);
            }
        });
    }

    private void serve(HttpServerExchange exchange) {
        if (exchange.getConnection().isOpen()) {
            try (var _ = deadlines.watch(most, () -> Client.cutOff(exchange))) {
                Connectors.executeRootHandler(next, exchange);
            }
        }
    }
}
