package plenum.ingress;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Short error responses to requests that no page answers. They repeat nothing of the request. */
enum Refusal implements HttpHandler {
    BAD_HOST(StatusCodes.BAD_REQUEST, "The Host header is not a host name."),
    /** RFC 9110 section 15.5.20. */
    WRONG_HOST(
            421,
            "This server does not answer under that name. Its operator names it with PLENUM_PUBLIC_URL, which is the address"
                    + " that people type."),
    BAD_HANDSHAKE(StatusCodes.BAD_REQUEST, "A WebSocket handshake has no body."),
    NOT_ALLOWED(StatusCodes.METHOD_NOT_ALLOWED, "GET or HEAD."),
    TOO_LARGE(StatusCodes.REQUEST_ENTITY_TOO_LARGE, "The body is larger than any form here."),
    /** RFC 9110 section 15.5.18. */
    UNEXPECTED(StatusCodes.EXPECTATION_FAILED, "Send the body without asking whether it is expected."),
    BUSY(StatusCodes.SERVICE_UNAVAILABLE, "Too many requests at a time. Try again in a moment.");

    private final int status;
    private final String text;

    Refusal(int status, String text) {
        this.status = status;
        this.text = text;
    }

    /** Answers and closes the connection: neither the rest of the body nor further requests on it are read. */
    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        answer(exchange);
    }

    /** Answers; the rest of the body is read and discarded, for as long as the caller lets it. */
    void answer(HttpServerExchange exchange) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        if (this == BUSY) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        }
        exchange.getResponseSender().send(text + "\n");
    }
}
