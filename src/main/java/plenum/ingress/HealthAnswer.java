package plenum.ingress;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.util.concurrent.CompletionStage;
import plenum.health.HealthCheck;

/**
 * {@code GET /health}: 200 when meetings can be held, else 503. {@code GET /health/live}: 200 while the process answers at all. Both are
 * answered on the connection's I/O thread, so that they need no free worker thread, and under any host name, because load balancers ask by
 * address.
 */
final class HealthAnswer implements HttpHandler {
    private static final String READY = "/health";
    private static final String LIVE = "/health/live";

    private final HealthCheck health;

    HealthAnswer(HealthCheck health) {
        this.health = health;
    }

    static boolean isFor(HttpServerExchange exchange) {
        String path = exchange.getRelativePath();
        return path.equals(READY) || path.equals(LIVE);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (!exchange.getRequestMethod().equals(Methods.GET)
                && !exchange.getRequestMethod().equals(Methods.HEAD)) {
            Refusal.NOT_ALLOWED.handleRequest(exchange);
        } else if (exchange.getRelativePath().equals(LIVE)) {
            answerLater(
                    exchange,
                    health.alive().thenApply(alive -> new Answer(alive, alive ? "{\"status\":\"up\"}" : "{}")));
        } else {
            answerLater(exchange, health.report().thenApply(report -> new Answer(report.up(), report.json())));
        }
    }

    private record Answer(boolean well, String body) {}

    private static void answerLater(HttpServerExchange exchange, CompletionStage<Answer> answer) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> answer.exceptionally(
                        problem -> new Answer(false, "{\"status\":\"down\"}"))
                .thenAcceptAsync(
                        found -> Connectors.executeRootHandler(now -> send(now, found), exchange),
                        exchange.getIoThread()));
    }

    private static void send(HttpServerExchange exchange, Answer answer) {
        if (!exchange.isRequestComplete()) {
            exchange.setPersistent(false);
        }
        exchange.setStatusCode(answer.well() ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender().send(answer.body());
    }
}
