package plenum.whiteboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A tab that draws on a board as ours do, without a browser: keeps what is not stored, sends it again to the next server, and catches up by number.
 * Its strokes are its own; notes are everybody's. Thread-safe.
 */
final class DrawingTab implements WebSocket.Listener {
    /** Elements that all change, and delete. */
    private static final int NOTES = 5;
    /** That a moderator empties. */
    private static final int SCRAP = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final URI site;
    private final String letters;
    private final String name;
    private final String cookie;
    private final Random random;
    private final BoardCopy copy = new BoardCopy();
    /** By key, in the order of drawing: not said to be stored yet. */
    private final Map<String, ObjectNode> unsent = new LinkedHashMap<>();
    /** This tab's own strokes, as the server has said that they are stored. */
    private final Map<String, Stroke> stored = new HashMap<>();

    private final Map<String, Stroke> drawn = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private CompletableFuture<WebSocket> said = CompletableFuture.completedFuture(null);
    private String resume;
    private int made;
    private int acknowledged;
    private boolean sending;
    private boolean loaded;

    private record Stroke(String body, String place) {}

    DrawingTab(HttpClient client, URI site, String letters, String cookie, String name, Random random) {
        this.client = client;
        this.site = site;
        this.letters = letters;
        this.cookie = cookie;
        this.name = name;
        this.random = random;
    }

    /** Enters the meeting, or comes back, and opens the board. */
    void come() {
        synchronized (this) {
            loaded = false;
            sending = false;
            partial.setLength(0);
        }
        WebSocket opened = client.newWebSocketBuilder()
                .header("Origin", site.toString())
                .header("Cookie", cookie)
                .buildAsync(URI.create("ws://" + site.getAuthority() + "/ws/meetings/" + letters), this)
                .join();
        synchronized (this) {
            socket = opened;
            ObjectNode join = message("join").put("name", name);
            join.put("microphone", false).put("camera", false);
            if (resume != null) {
                join.put("resume", resume);
            }
            say(join);
        }
    }

    void leave() {
        say(message("leave"));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            read(text);
        }
        from.request(1);
        return null;
    }

    private synchronized void read(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            if (read.isArray()) {
                read.forEach(this::heard);
            } else {
                heard(read);
            }
        } catch (JsonProcessingException e) {
            complaints.add(e.toString());
        }
    }

    private void heard(JsonNode message) {
        switch (message.path("type").asText()) {
            case "welcome" -> {
                resume = message.path("resume").asText();
                say(copy.question(message("board-open")));
            }
            case "board-part" -> part(message);
            case "board-drawn" -> message.path("operations").forEach(this::stored);
            case "not-stored", "failed", "refused", "ended" -> complaints.add(message.toString());
            default -> {
                // not about the board
            }
        }
    }

    private void part(JsonNode message) {
        if (copy.part(message)) {
            say(message("board-more").put("after", copy.known()));
        } else {
            loaded = true;
            next();
        }
    }

    private void stored(JsonNode operation) {
        copy.drawn(operation);
        ObjectNode own = unsent.remove(operation.path("key").asText());
        if (own != null) {
            own.path("steps").forEach(step -> remember(stored, step));
            acknowledged++;
            sending = false;
            next();
        }
    }

    /** Draws, changes what it has drawn, or takes it away. */
    synchronized void draw() {
        String key = "key-" + name + "-" + made++;
        ObjectNode message = message("board-draw").put("key", key);
        ArrayNode steps = JSON.createArrayNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            ObjectNode step = step();
            steps.add(step);
            remember(drawn, step);
        }
        message.set("steps", steps);
        unsent.put(key, message);
        next();
    }

    /** For a moderator. */
    synchronized void clear() {
        String key = "key-" + name + "-" + made++;
        unsent.put(key, message("board-clear").put("key", key).put("page", SCRAP));
        next();
    }

    private ObjectNode step() {
        ObjectNode step = JSON.createObjectNode();
        int what = random.nextInt(12);
        String place = "[" + random.nextInt(20_000) + "," + random.nextInt(12_000) + ",1,0,\"#1d2b28\",4,0]";
        if (what < 2) {
            step.put("element", "note-of-all-" + random.nextInt(NOTES)).put("page", 1);
            return what == 0
                    ? step.put("place", place).put("body", "[\"note\",\"" + name + made + "\"]")
                    : random.nextInt(4) == 0 ? step : step.put("place", place);
        }
        if (what > 9) {
            step.put("element", "scrap-of-all-" + random.nextInt(NOTES * 10)).put("page", SCRAP);
            return what == 10 ? step.put("place", place).put("body", "[\"pen\",\"gAA\"]") : step.put("place", place);
        }
        List<String> own = List.copyOf(drawn.keySet());
        if (what < 6 || own.isEmpty()) {
            step.put("element", "stroke-" + name + "-" + random.nextLong(Long.MAX_VALUE))
                    .put("page", 1);
            return step.put("body", "[\"pen\",\"" + "gAAfKDgE".repeat(1 + random.nextInt(20)) + "\"]")
                    .put("place", place);
        }
        step.put("element", own.get(random.nextInt(own.size()))).put("page", 1);
        return what < 8 ? step.put("place", place) : step;
    }

    private static void remember(Map<String, Stroke> strokes, JsonNode step) {
        String element = step.path("element").asText();
        if (!element.startsWith("stroke-")) {
            return;
        }
        String body = step.path("body").asText(null);
        String place = step.path("place").asText(null);
        if (body == null && place == null) {
            strokes.remove(element);
        } else if (body != null || strokes.containsKey(element)) {
            strokes.put(element, new Stroke(body == null ? strokes.get(element).body() : body, place));
        }
    }

    /** One at a time, as our tabs do. */
    private void next() {
        if (sending || !loaded || unsent.isEmpty()) {
            return;
        }
        sending = true;
        say(unsent.values().iterator().next().put("board", copy.board()));
    }

    /** Whether all is here, and all that was drawn is stored. */
    synchronized boolean rests() {
        return loaded && unsent.isEmpty();
    }

    synchronized String hash() {
        return copy.hash();
    }

    synchronized int acknowledged() {
        return acknowledged;
    }

    /** What went wrong, and where it stands. */
    synchronized String trouble() {
        return name + ": loaded " + loaded + ", unsent " + unsent.size() + ", " + complaints;
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** This tab's strokes, as the server said that they are stored, which somebody else does not see so. */
    synchronized Set<String> missingIn(DrawingTab other) {
        Set<String> missing = new HashSet<>();
        Map<String, String> seen = other.strokesOf(name);
        stored.forEach((element, stroke) -> {
            if (!(stroke.body() + " " + stroke.place()).equals(seen.remove(element))) {
                missing.add(element);
            }
        });
        missing.addAll(seen.keySet());
        return missing;
    }

    private synchronized Map<String, String> strokesOf(String whose) {
        return copy.elements("stroke-" + whose + "-");
    }

    private void say(ObjectNode message) {
        // one after the other; a server that is being killed does not hear it
        WebSocket to = socket;
        said = said.thenCompose(before -> to.sendText(message.toString(), true)).exceptionally(gone -> to);
    }

    private static ObjectNode message(String type) {
        return JSON.createObjectNode().put("type", type);
    }
}
