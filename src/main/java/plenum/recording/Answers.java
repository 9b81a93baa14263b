package plenum.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plenum.recording.Recordings.Kept;

/**
 * What people said about being recorded, in the recording's own folder: it is in the database as soon as that takes it, and stays known when the server dies before.
 */
final class Answers {
    private Answers() {}

    static Map<String, Object> line(Kept answer) {
        Choice choice = answer.choice();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("participant", choice.participant().toString());
        line.put("name", choice.name());
        line.put("given", choice.given());
        line.put("assumed", choice.assumed());
        line.put("at", choice.at().toString());
        line.put("right", Base64.getEncoder().encodeToString(answer.right()));
        return line;
    }

    /** The last of each. Blocks. */
    static Map<UUID, Kept> read(JsonLines file) {
        Map<UUID, Kept> answers = new LinkedHashMap<>();
        file.read().stream()
                .map(Answers::answer)
                .forEach(kept -> answers.put(kept.choice().participant(), kept));
        return answers;
    }

    private static Kept answer(JsonNode line) {
        Choice choice = new Choice(
                UUID.fromString(line.path("participant").asText()),
                line.path("name").asText(),
                line.path("given").asBoolean(),
                line.path("assumed").asBoolean(),
                Instant.parse(line.path("at").asText()),
                Optional.empty());
        return new Kept(choice, Base64.getDecoder().decode(line.path("right").asText()));
    }
}
