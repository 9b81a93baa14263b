package plenum.ingress;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.StatusCodes;
import java.time.Duration;

/**
 * Forwards a request when its whole body has arrived. A client that sends slowly takes limited memory and no thread. Bodies here are forms;
 * a handler of larger ones has to read them without blocking.
 */
final class WholeBody implements HttpHandler {
    /** No page posts more than a form. */
    static final int MOST_BYTES = 65_536;

    private static final int BUFFER = 16_384;

    private static final Duration MOST_TIME = Duration.ofSeconds(20);

    private final HttpHandler next;
    private final Allowance bodies;
    private final Deadlines deadlines;
    private final int most;

    /** @param bodies how many may be held at a time */
    WholeBody(HttpHandler next, Allowance bodies, Deadlines deadlines) {
        this(next, bodies, deadlines, MOST_BYTES);
    }

    /** @param most bytes of a body */
    WholeBody(HttpHandler next, Allowance bodies, Deadlines deadlines, int most) {
        this.next = next;
        this.bodies = bodies;
        this.deadlines = deadlines;
        this.most = most;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isRequestComplete()) {
            next.handleRequest(exchange);
        } else if (exchange.getRequestContentLength() > most) {
            refuse(exchange);
        } else if (HttpContinue.requiresContinueResponse(exchange.getRequestHeaders())) {
            // bodies are small, and Undertow would wait for it on a thread of ours
            Refusal.UNEXPECTED.handleRequest(exchange);
        } else if (!bodies.take(Client.of(exchange))) {
            Refusal.BUSY.handleRequest(exchange);
        } else {
            await(exchange);
        }
    }

    /**
     * Answers, and lets Undertow read and discard what comes of the body, up to what its listener takes: a sender that is still sending when
     * the connection closes never reads the answer (RFC 9112 section 9.6).
     */
    private void refuse(HttpServerExchange exchange) {
        Deadlines.Watch watch = deadlines.watch(MOST_TIME, () -> Client.cutOff(exchange));
        exchange.addExchangeCompleteListener((ended, others) -> {
            watch.close();
            others.proceed();
        });
        Refusal.TOO_LARGE.answer(exchange);
    }

    private void await(HttpServerExchange exchange) throws Exception {
        String client = Client.of(exchange);
        Deadlines.Watch watch = deadlines.watch(MOST_TIME, () -> Client.cutOff(exchange));
        exchange.addExchangeCompleteListener((ended, others) -> {
            watch.close();
            bodies.giveBack(client);
            others.proceed();
        });
        exchange.setMaxEntitySize(most);
        // what is answered to a body that is broken, or longer than it may be
        exchange.setStatusCode(StatusCodes.BAD_REQUEST);
        HttpHandler arrived = whole -> {
            watch.close();
            whole.setStatusCode(StatusCodes.OK);
            next.handleRequest(whole);
        };
        // one more than fit, so that a body without an end waits here
        new RequestBufferingHandler(arrived, most / BUFFER + 1).handleRequest(exchange);
    }
}
