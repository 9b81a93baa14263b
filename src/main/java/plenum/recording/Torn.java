package plenum.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.protocol.RecordingMessages.RecordingLayout;
import plenum.recording.Recordings.Kept;

/**
 * What a process that died left of a recording.
 *
 * @param tracks the number of the last one
 * @param open those that have no end
 * @param people whose media were written, and who have not left
 */
record Torn(
        Recording recording,
        RecordingLayout layout,
        int tracks,
        Set<String> open,
        Set<String> people,
        Map<UUID, Kept> answers) {

    /**
     * Blocks.
     *
     * @param stored the answers that the database has; those of the folder are later or the same
     */
    static Torn read(Recording recording, RecordingFolder folder, Iterable<Kept> stored) {
        Map<UUID, Kept> answers = new LinkedHashMap<>();
        stored.forEach(kept -> answers.put(kept.choice().participant(), kept));
        answers.putAll(Answers.read(folder.answers()));
        RecordingLayout layout = RecordingLayout.SPEAKER;
        int tracks = 0;
        Set<String> open = new LinkedHashSet<>();
        Set<String> people = new LinkedHashSet<>();
        for (JsonNode line : folder.lines().read()) {
            String track = line.path("track").asText();
            switch (line.path("what").asText()) {
                case "began", "layout" ->
                    layout =
                            RecordingLayout.valueOf(line.path("layout").asText().toUpperCase(Locale.ROOT));
                case "came" -> people.add(line.path("person").asText());
                case "went" -> people.remove(line.path("person").asText());
                case "track-began" -> {
                    open.add(track);
                    tracks++;
                }
                case "track-ended" -> open.remove(track);
                default -> {
                    // of the composer's concern
                }
            }
        }
        return new Torn(recording, layout, tracks, open, people, answers);
    }

    /** Those who said in the last moment that they do not want to be in it. */
    Map<String, Kept> declined() {
        Map<String, Kept> declined = new LinkedHashMap<>();
        answers.forEach((participant, kept) -> {
            if (!kept.choice().given() && people.contains(participant.toString())) {
                declined.put(participant.toString(), kept);
            }
        });
        return declined;
    }
}
