package plenum.signaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.socket.FakeWire;
import plenum.socket.Handshake;
import plenum.socket.SocketConnection;
import plenum.socket.SocketServices;
import plenum.socket.Wire.CloseReason;

/** A tab with a socket in memory: says texts, and keeps those that leave the server for it. */
final class FakeTab {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> heard;
    private final FakeWire wire = new FakeWire();

    /** @param cookies creators' tokens, by the letters of their meetings */
    FakeTab(String letters, Map<String, String> cookies, Reception reception, SocketServices sockets) {
        this(letters, cookies, Optional.empty(), reception, sockets);
    }

    /** @param session of whoever is signed in */
    FakeTab(
            String letters,
            Map<String, String> cookies,
            Optional<String> session,
            Reception reception,
            SocketServices sockets) {
        this.heard = wire.heard;
        Handshake handshake = FakeWire.handshake(sockets, "192.0.2.1", Map.of());
        Visitor visitor = new Visitor("192.0.2.1", "https://meet.example", "", cookies, session);
        wire.to(new SocketConnection<>(
                handshake,
                wire,
                reception.messages(),
                sockets,
                connection -> new MeetingSocket(letters, visitor, connection, reception)));
    }

    FakeTab say(String frame) {
        wire.say(frame);
        return this;
    }

    /** Why the server closed the socket; null while it is open. */
    CloseReason closed() {
        return wire.closed;
    }

    /** Comes in, or back, with something that was given to them before. */
    FakeTab join(String name, String what, String token) {
        return say("{\"type\":\"join\",\"name\":\"" + name + "\",\"microphone\":true,\"camera\":true,\"" + what
                + "\":\"" + token + "\"}");
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

    String type() {
        return parse(heard.getLast()).path("type").asText();
    }

    /** Own resume token. */
    String token() {
        return last("welcome").path("resume").asText();
    }

    /** The network is gone. */
    void vanish() {
        wire.vanish();
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
}
