package plenum.signaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plenum.socket.SocketBudget;
import plenum.socket.Tickets;

/** A tab with a socket in memory: says texts, and keeps those that leave the server for it. */
final class FakeTab implements Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> heard = new ArrayList<>();
    private final Connection connection;
    CloseReason closed;

    /** @param cookies creators' tokens, by the letters of their meetings */
    FakeTab(String letters, Map<String, String> cookies, Reception reception, SocketBudget budget) {
        Visitor visitor =
                new Visitor("192.0.2.1", "https://meet.example", "", cookies, Tickets.from(budget, "192.0.2.1"));
        this.connection = new Connection(letters, visitor, this, reception);
    }

    FakeTab say(String frame) {
        connection.received(frame, true);
        return this;
    }

    /** A part of a message that goes on. */
    FakeTab begin(String part) {
        connection.received(part, false);
        return this;
    }

    /** Answers a ping of the server's. */
    void isAlive() {
        connection.heard();
    }

    FakeTab join(String name) {
        return say("{\"type\":\"join\",\"name\":\"" + name + "\",\"microphone\":true,\"camera\":true}");
    }

    /** The last message of a type. */
    JsonNode last(String type) {
        return heard.stream()
                .map(FakeTab::parse)
                .filter(message -> message.path("type").asText().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no " + type + " in " + heard));
    }

    /** Own participant id. */
    String self() {
        return last("welcome").path("self").asText();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void send(String text, Consumer<Boolean> sent) {
        heard.add(text);
        sent.accept(true);
    }

    @Override
    public void ping() {}

    @Override
    public void close(CloseReason reason) {
        if (closed == null) {
            closed = reason;
        }
        connection.closed();
    }
}
