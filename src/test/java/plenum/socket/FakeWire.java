package plenum.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plenum.socket.SocketBudget.Answer;

/** A socket in memory, seen from its other end: says texts, and keeps those that come. */
public final class FakeWire implements Wire {
    public final List<String> heard = new ArrayList<>();
    /** Null while the socket is open. */
    public CloseReason closed;

    int pings;
    private SocketConnection<?> connection;

    /** As the filter makes one for a request from an address. */
    public static Handshake handshake(SocketServices services, String address, Map<String, String> cookies) {
        if (services.budget().open(address) instanceof Answer.Granted(SocketTicket ticket) && ticket.use()) {
            return new Handshake(address, "https://meet.example", cookies, ticket);
        }
        throw new AssertionError("no place");
    }

    /** The connection at the server's end. */
    public FakeWire to(SocketConnection<?> begun) {
        connection = begun;
        return this;
    }

    public FakeWire say(String text) {
        connection.received(text, true);
        return this;
    }

    /** A part of a text that goes on. */
    FakeWire begin(String part) {
        connection.received(part, false);
        return this;
    }

    void sayBinary() {
        connection.receivedBinary();
    }

    /** Answers a ping of the server's. */
    void pong() {
        connection.heard();
    }

    /** The network is gone. */
    public void vanish() {
        connection.closed();
    }

    @Override
    public void send(String text, Consumer<Boolean> sent) {
        heard.add(text);
        sent.accept(true);
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(CloseReason reason) {
        if (closed == null) {
            closed = reason;
        }
        // a check that is refused closes while its connection is being made
        if (connection != null) {
            connection.closed();
        }
    }
}
