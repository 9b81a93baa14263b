package plenum.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.platform.PersonalData;

/** The recordings that somebody has. Who is in them is theirs to know for as long as these are kept. */
@ApplicationScoped
public class RecordingData implements PersonalData {
    private static final int MOST = 10_000;

    @Inject
    Recordings recordings;

    @Override
    public String feature() {
        return "recordings";
    }

    @Override
    public Set<String> columns() {
        return Set.of("recording.owner_id");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        List<Map<String, Object>> all = recordings.of(account, 0, MOST).stream()
                .map(recording -> Map.<String, Object>of(
                        "meeting", recording.name(),
                        "startedAt", recording.startedAt().toString(),
                        "state", recording.state().name(),
                        "file", recording.film().map(Recording.Film::file).orElse(""),
                        "bytes", recording.film().map(Recording.Film::bytes).orElse(0L),
                        "sha256", recording.film().map(Recording.Film::sha256).orElse("")))
                .toList();
        return all.isEmpty() ? Map.of() : Map.of("recordings", all);
    }

    /** Films and tracks of recordings that are not stored any more are deleted soon after. */
    @Override
    public void erase(UUID account) {
        recordings.of(account, 0, MOST).forEach(recording -> recordings.delete(recording.id()));
    }
}
