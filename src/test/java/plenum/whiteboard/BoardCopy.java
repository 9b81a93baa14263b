package plenum.whiteboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A board as a tab knows it by the protocol: what {@code scene.js} and {@code sync.js} do, without what it looks like. */
final class BoardCopy {
    private final Map<String, Told> told = new HashMap<>();
    private final Map<Integer, Long> cleared = new HashMap<>();
    private @Nullable String board;
    private long known;
    private long heard;
    private boolean loaded;

    /** @param body null: it is not there */
    private record Told(
            long number,
            int page,
            @Nullable String body,
            @Nullable String place) {}

    @Nullable
    String board() {
        return board;
    }

    long known() {
        return known;
    }

    /** Asks for what is missing. */
    ObjectNode question(ObjectNode open) {
        loaded = false;
        heard = 0;
        return board == null ? open : open.put("board", board).put("known", known);
    }

    /** True when there is more to ask for. */
    boolean part(JsonNode message) {
        board = message.path("board").asText();
        if (message.path("reset").asBoolean()) {
            told.clear();
            cleared.clear();
        }
        message.path("cleared")
                .forEach(one ->
                        clear(one.path("page").asInt(), one.path("number").asLong()));
        message.path("entries").forEach(this::entry);
        known = message.path("upTo").asLong();
        if (message.path("more").asBoolean()) {
            return true;
        }
        known = Math.max(known, heard);
        loaded = true;
        return false;
    }

    private void entry(JsonNode entry) {
        String element = entry.path("element").asText();
        long number = entry.path("number").asLong();
        Told before = told.get(element);
        if (isOld(before, entry.path("page").asInt(), number)) {
            return;
        }
        String place = entry.path("place").asText(null);
        String body = entry.path("body").asText(null);
        if (body == null && place != null && before != null) {
            body = before.body();
        } else if (body != null && body.isEmpty()) {
            body = null;
        }
        told.put(element, new Told(number, entry.path("page").asInt(), body, place));
    }

    void drawn(JsonNode operation) {
        long number = operation.path("number").asLong();
        if (operation.hasNonNull("cleared")) {
            clear(operation.path("cleared").asInt(), number);
            heard = Math.max(heard, number);
        }
        for (JsonNode step : operation.path("steps")) {
            take(step, number);
            heard = Math.max(heard, number++);
        }
        if (loaded) {
            known = Math.max(known, heard);
        }
    }

    private void clear(int page, long number) {
        cleared.merge(page, number, Math::max);
        told.values().removeIf(one -> one.page() == page && one.number() <= number);
    }

    private boolean isOld(@Nullable Told before, int page, long number) {
        return before != null && before.number() > number || number <= cleared.getOrDefault(page, 0L);
    }

    private void take(JsonNode step, long number) {
        String element = step.path("element").asText();
        Told before = told.get(element);
        if (isOld(before, step.path("page").asInt(), number)) {
            return;
        }
        String body = step.path("body").asText(null);
        String place = step.path("place").asText(null);
        int page = body == null && before != null
                ? before.page()
                : step.path("page").asInt();
        if (before != null && (body != null || place != null)) {
            body = body == null ? before.body() : body;
            place = place == null ? before.place() : place;
        }
        told.put(element, new Told(number, page, body, place));
    }

    /** Body and place of the elements that are there, by the beginning of their ids. */
    Map<String, String> elements(String prefix) {
        Map<String, String> found = new HashMap<>();
        told.forEach((id, one) -> {
            if (id.startsWith(prefix) && one.body() != null) {
                found.put(id, one.body() + " " + one.place());
            }
        });
        return found;
    }

    /** The same number as {@code Scene.hash} of a browser that sees the same. */
    String hash() {
        long hash = 0;
        for (Map.Entry<String, Told> entry : told.entrySet()) {
            Told one = entry.getValue();
            if (one.body() == null) {
                continue;
            }
            int own = 0x811c9dc5;
            String text = entry.getKey() + " " + one.page() + " " + one.body() + " " + one.place();
            for (int codePoint : text.codePoints().toArray()) {
                own = (own ^ codePoint) * 0x01000193;
            }
            hash = (hash + Integer.toUnsignedLong(own)) % 4_294_967_296L;
        }
        return Long.toHexString(hash);
    }
}
