package plenum.ingress;

import io.undertow.server.HttpHandler;
import java.time.Duration;
import org.xnio.Xnio;

/** The worker threads for requests, and the limits before them. */
final class Serving implements AutoCloseable {
    private static final int TRANSFERS = 256;
    /** A school behind one address has that many at a time, and others wait. */
    private static final int TRANSFERS_PER_CLIENT = 48;

    /** A list of people or a logo, which an admin sends with a form of the console; so many of all clients. */
    static final int MOST_FORM_BYTES = 1 << 20;

    private static final int LARGE_FORMS = 8;
    private static final int LARGE_FORMS_PER_CLIENT = 2;

    private static final Duration MOST_DOWNLOAD = Duration.ofHours(6);
    /** A file is sent in pieces of 2 MB at most ({@code wildfly-config/21-request-limits.cli}). */
    private static final Duration MOST_PIECE = Duration.ofMinutes(5);

    private final Limits limits;
    private final boolean behindProxy;
    private final Deadlines deadlines;
    private final Allowance connections;
    private final RequestThreads pages;
    private final RequestThreads handshakes;
    private final RequestThreads transfers;

    /**
     * What one client may have, and all of them.
     *
     * @param threads for pages
     * @param threadsPerClient of them; a school behind one address opens its pages that many at a time, and is served no later for it
     * @param time for which a request may hold one
     * @param waitingPerClient requests that wait for their client's turn
     * @param connectionsPerClient between requests, six for each browser; WebSockets are not among them
     * @param bodiesPerClient of {@link WholeBody#MOST_BYTES} each that may be held
     * @param bodies likewise, of all clients
     */
    record Limits(
            int threads,
            int threadsPerClient,
            Duration time,
            int waitingPerClient,
            int connectionsPerClient,
            int bodiesPerClient,
            int bodies) {

        static Limits standard() {
            int processors = Runtime.getRuntime().availableProcessors();
            return new Limits(Math.max(32, 8 * processors), 8, Duration.ofSeconds(30), 2000, 1500, 64, 1024);
        }
    }

    /** @param behindProxy whether clients share the connections of a proxy, which are not counted then */
    Serving(Limits limits, boolean behindProxy, Deadlines deadlines) {
        this.limits = limits;
        this.behindProxy = behindProxy;
        this.deadlines = deadlines;
        this.connections = new Allowance(limits.connectionsPerClient, Integer.MAX_VALUE);
        this.pages = new RequestThreads(
                limits.threads,
                limits.threadsPerClient,
                limits.waitingPerClient,
                Thread.ofPlatform().daemon().name("pages-", 1).factory());
        this.transfers = new RequestThreads(
                TRANSFERS,
                TRANSFERS_PER_CLIENT,
                limits.waitingPerClient,
                Thread.ofPlatform().daemon().name("transfers-", 1).factory());
        this.handshakes = new RequestThreads(
                limits.threadsPerClient,
                Math.max(1, limits.threadsPerClient / 2),
                limits.waitingPerClient,
                task -> Thread.ofPlatform().daemon().name("handshakes").unstarted(() -> {
                    // an answer that does not fit into the connection's buffer is not waited for
                    Xnio.allowBlocking(false);
                    task.run();
                }));
    }

    /** Pages, scripts and whatever else is asked for and answered. */
    HttpHandler pages(HttpHandler next) {
        HttpHandler inTurn = new InTurn(next, pages, deadlines, limits.time);
        return limited(new WholeBody(inTurn, new Allowance(limits.bodiesPerClient, limits.bodies), deadlines));
    }

    /** Pages whose forms hold a file. */
    HttpHandler forms(HttpHandler next) {
        HttpHandler inTurn = new InTurn(next, pages, deadlines, limits.time);
        Allowance forms = new Allowance(LARGE_FORMS_PER_CLIENT, LARGE_FORMS);
        return limited(new WholeBody(inTurn, forms, deadlines, MOST_FORM_BYTES));
    }

    /** WebSockets, which have threads of their own, so that people get into meetings whatever happens to pages. */
    HttpHandler handshakes(HttpHandler next) {
        HttpHandler inTurn = new InTurn(next, handshakes, deadlines, limits.time);
        return limited(exchange -> {
            if (exchange.isRequestComplete()) {
                inTurn.handleRequest(exchange);
            } else {
                Refusal.BAD_HANDSHAKE.handleRequest(exchange);
            }
        });
    }

    /**
     * Files that come and go, for as long as a slow network takes. Their bodies are not held here: a servlet reads them when it knows who sends
     * them, piece by piece.
     */
    HttpHandler transfers(HttpHandler next) {
        HttpHandler out = new InTurn(next, transfers, deadlines, MOST_DOWNLOAD);
        HttpHandler in = new InTurn(next, transfers, deadlines, MOST_PIECE);
        return limited(exchange -> (exchange.isRequestComplete() ? out : in).handleRequest(exchange));
    }

    private HttpHandler limited(HttpHandler next) {
        return behindProxy ? next : new ConnectionLimit(next, connections);
    }

    @Override
    public void close() {
        pages.close();
        handshakes.close();
        transfers.close();
    }
}
