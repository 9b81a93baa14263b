package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.mediaserver.FakePeer;
import plenum.mediaserver.RawClient;
import plenum.mediaserver.RunningServer;

/** Sends every request of a whole recorded client run, and compares the replies and events with the recorded ones by shape. */
@Tag("contract")
class ConversationReplayTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Classes that the recording uses and this server does not offer (yet): answered with 40108. */
    private static final Map<String, String> NOT_OFFERED = new TreeMap<>(Map.ofEntries(
            Map.entry("Composite", "nothing is decoded, so nothing is mixed"),
            Map.entry("AlphaBlending", "no use for it"),
            Map.entry("Mixer", "no use for it"),
            Map.entry("GStreamerFilter", "no GStreamer"),
            Map.entry("FaceOverlayFilter", "no computer vision"),
            Map.entry("ImageOverlayFilter", "no computer vision"),
            Map.entry("ZBarFilter", "no computer vision")));

    /** Requests, by id, that are answered otherwise: expected code. */
    private static final Map<Integer, Integer> OTHERWISE = Map.of(137, 40111); // data channels are refused

    /** Error messages of the real server that show its insides; ours have the same code. */
    private static final Set<String> INSIDES = Set.of("Unexpected error while processing method: bad_weak_ptr");

    /** Events that cannot come. */
    private static final Map<String, String> NO_SUCH_EVENTS = Map.of(
            "DataChannelOpened", "data channels are refused",
            "MediaTranscodingStateChanged", "nothing is ever transcoded");

    @TempDir
    Path folder;

    private final Map<Integer, JsonNode> requests = new LinkedHashMap<>();
    private final Map<Integer, JsonNode> replies = new HashMap<>();
    private final List<JsonNode> recordedEvents = new ArrayList<>();
    private final Map<String, String> oursByRecorded = new HashMap<>();
    private final Set<String> notMade = new HashSet<>();
    private final Set<String> classesRefused = new TreeSet<>();
    private final Set<Integer> answeredOtherwise = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    @Test
    void answersAWholeClientRunInTheSameShapes() throws Exception {
        read();
        Files.copy(Path.of("src/test/resources/media/vp8.webm"), folder.resolve("in.webm"));
        try (RunningServer server = RunningServer.start(
                        Map.of("PLENUM_MEDIA_FOLDERS", folder.toString(), "PLENUM_MEDIA_RTP_PORTS", "0"));
                RawClient client = new RawClient(server.uri())) {
            for (Map.Entry<Integer, JsonNode> entry : requests.entrySet()) {
                JsonNode request = entry.getValue();
                if (request.at("/params/operation").asText().equals("stopAndWait")) {
                    // the recorded client let the recorder run until the player's first media came
                    await().until(() -> types(client).contains("Recording"));
                }
                JsonNode actual = client.call(mapped(request)
                        .toString()
                        .replace("file:///media/", folder.toUri().toString()));
                compare(entry.getKey(), request, replies.get(entry.getKey()), actual);
                if (request.at("/params/operation").asText().equals("gatherCandidates")) {
                    server.peers().open().forEach(FakePeer::connect);
                }
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> server.peers().open().isEmpty());
            compareEvents(client);
        }
        assertThat(problems).isEmpty();
        assertThat(classesRefused).as("classes that are no longer missing").isEqualTo(NOT_OFFERED.keySet());
        assertThat(answeredOtherwise).isEqualTo(OTHERWISE.keySet());
        assertThat(requests).hasSizeGreaterThan(200);
    }

    private void read() throws Exception {
        for (String line : Recording.lines("wire-samples.log")) {
            String text = line.substring(line.indexOf(" c1 ") + 7);
            if (!text.startsWith("{") || text.equals("{eof}")) {
                continue;
            }
            JsonNode message = JSON.readTree(text);
            if (line.contains(" c1 >> ")) {
                requests.put(message.path("id").asInt(), message);
            } else if (message.has("id")) {
                replies.put(message.path("id").asInt(), message);
            } else {
                recordedEvents.add(message);
            }
        }
    }

    private void compare(int id, JsonNode request, JsonNode recorded, JsonNode actual) {
        String type = request.at("/params/type").asText();
        if (request.path("method").asText().equals("create") && NOT_OFFERED.containsKey(type)) {
            classesRefused.add(type);
            recorded.at("/result/value").forEach(value -> notMade.add(value.asText()));
            notMade.add(recorded.at("/result/value").asText());
            expectCode(request, actual, 40108);
        } else if (notMade.stream()
                .anyMatch(made -> !made.isEmpty() && request.toString().contains("\"" + made + "\""))) {
            expectCode(request, actual, 40101);
        } else if (OTHERWISE.containsKey(id)) {
            answeredOtherwise.add(id);
            expectCode(request, actual, OTHERWISE.get(id));
        } else if (recorded == null) {
            expectAnswer(request, actual);
        } else {
            learn(recorded, actual);
            compareReplies(request, recorded, actual);
        }
    }

    private void expectCode(JsonNode request, JsonNode actual, int code) {
        if (actual.at("/error/code").asInt() != code) {
            problems.add(request + "\n  expected error " + code + "\n  but was " + actual);
        }
    }

    private void expectAnswer(JsonNode request, JsonNode actual) {
        if (!actual.has("result") && !actual.has("error")) {
            problems.add(request + " is not answered: " + actual);
        }
    }

    private void compareReplies(JsonNode request, JsonNode recorded, JsonNode actual) {
        JsonNode error = recorded.path("error");
        if (!error.isMissingNode() && INSIDES.contains(error.path("message").asText())) {
            expectCode(request, actual, error.path("code").asInt());
        } else if (!error.isMissingNode() && !mapped(error).equals(actual.path("error"))) {
            problems.add(request + "\n  expected " + mapped(error) + "\n  but was  " + actual);
        } else if (!isSameShape(recorded, actual)) {
            problems.add(request + "\n  expected shape of " + recorded + "\n  but was           " + actual);
        }
    }

    /** Which id of ours stands for which recorded one. */
    private void learn(JsonNode recorded, JsonNode actual) {
        if (recorded.isTextual() && actual.isTextual()) {
            oursByRecorded.put(recorded.textValue(), actual.textValue());
        } else if (recorded.isArray()) {
            for (int i = 0; i < recorded.size() && i < actual.size(); i++) {
                learn(recorded.get(i), actual.get(i));
            }
        } else if (recorded.isObject() && recorded.has("result")) {
            learn(recorded.at("/result/value"), actual.at("/result/value"));
            learn(recorded.at("/result/sessionId"), actual.at("/result/sessionId"));
        }
    }

    private JsonNode mapped(JsonNode node) {
        if (node.isTextual()) {
            String text = node.textValue();
            String mapped = oursByRecorded.getOrDefault(text, text);
            for (Map.Entry<String, String> id : oursByRecorded.entrySet()) {
                if (mapped.contains("'" + id.getKey() + "'")) {
                    mapped = mapped.replace("'" + id.getKey() + "'", "'" + id.getValue() + "'");
                }
            }
            return TextNode.valueOf(mapped);
        }
        if (node.isObject()) {
            ObjectNode copy = JSON.createObjectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), mapped(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JSON.createArrayNode();
            node.forEach(item -> copy.add(mapped(item)));
            return copy;
        }
        return node;
    }

    /** Same keys, kinds of values and names of types; lists by their first items, statistics by the types of their entries. */
    private static boolean isSameShape(JsonNode recorded, JsonNode actual) {
        if (recorded.isArray() && actual.isArray()) {
            return recorded.isEmpty() || actual.isEmpty() || isSameShape(recorded.get(0), actual.get(0));
        }
        if (recorded.isObject() && actual.isObject()) {
            return isStatistics(recorded) ? isSameStatistics(recorded, actual) : hasSameFields(recorded, actual);
        }
        return recorded.getNodeType() == actual.getNodeType();
    }

    private static boolean hasSameFields(JsonNode recorded, JsonNode actual) {
        List<String> recordedKeys = new ArrayList<>();
        List<String> actualKeys = new ArrayList<>();
        recorded.fieldNames().forEachRemaining(recordedKeys::add);
        actual.fieldNames().forEachRemaining(actualKeys::add);
        return recordedKeys.equals(actualKeys)
                && recordedKeys.stream()
                        .allMatch(key -> key.equals("__type__")
                                ? recorded.get(key).equals(actual.get(key))
                                : isSameShape(recorded.get(key), actual.get(key)));
    }

    private static boolean isStatistics(JsonNode node) {
        return !node.isEmpty()
                && node.properties()
                        .iterator()
                        .next()
                        .getValue()
                        .path("__type__")
                        .asText()
                        .endsWith("Stats");
    }

    private static boolean isSameStatistics(JsonNode recorded, JsonNode actual) {
        Map<String, JsonNode> byType = new HashMap<>();
        recorded.forEach(entry -> byType.put(entry.path("__type__").asText(), entry));
        Set<String> actualTypes = new HashSet<>();
        for (JsonNode entry : actual) {
            actualTypes.add(entry.path("__type__").asText());
            JsonNode like = byType.get(entry.path("__type__").asText());
            if (like == null || !isSameShape(like, entry)) {
                return false;
            }
        }
        return actualTypes.equals(byType.keySet());
    }

    private static Set<String> types(RawClient client) {
        return client.events().stream()
                .map(event -> event.at("/params/value/type").asText())
                .collect(Collectors.toSet());
    }

    private void compareEvents(RawClient client) {
        Map<String, JsonNode> recordedByType = new TreeMap<>();
        for (JsonNode event : recordedEvents) {
            String object = event.at("/params/value/object").asText();
            if (!notMade.contains(object)) {
                recordedByType.put(event.at("/params/value/type").asText(), event);
            }
        }
        Map<String, JsonNode> ours = new TreeMap<>();
        client.events().forEach(event -> ours.put(event.at("/params/value/type").asText(), event));
        recordedByType.forEach((type, event) -> {
            if (NO_SUCH_EVENTS.containsKey(type)) {
                assertThat(ours).doesNotContainKey(type);
            } else if (!ours.containsKey(type) || !isSameShape(event, ours.get(type))) {
                problems.add("event like " + event + "\n  but was " + ours.get(type));
            }
        });
        assertThat(recordedByType).containsKeys(NO_SUCH_EVENTS.keySet().toArray(String[]::new));
        assertThat(recordedByType).hasSizeGreaterThan(12);
    }
}
