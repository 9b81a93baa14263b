package plenum.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import plenum.job.JobRun;
import plenum.job.Jobs;
import plenum.job.RecurringJob;
import plenum.platform.Settings;

/** Ends recordings whose process died, sees to it that every film is delivered, and deletes tracks when their time is over. */
@ApplicationScoped
public class TidyRecordings implements RecurringJob {
    /** A folder that nobody knows: its recording was deleted, or is about to be stored. */
    private static final Duration STRANGE = Duration.ofHours(1);

    /** Whoever lost their place meanwhile does not come back. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Map<UUID, Instant> silent = new ConcurrentHashMap<>();

    @Inject
    Settings settings;

    @Inject
    Recordings recordings;

    @Inject
    LiveRecordings live;

    @Inject
    Jobs jobs;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "recording-tidy";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run(JobRun run) {
        settings.services().recording().folder().ifPresent(this::tidy);
    }

    private void tidy(Path root) {
        abandoned().forEach(recording -> end(recording, new RecordingFolder(root, recording.id())));
        recordings
                .unfinished()
                .forEach(recording ->
                        jobs.schedule(DeliverRecording.KIND, recording.id().toString(), recording.id()));
        Instant over = clock.instant().minus(settings.services().recording().kept());
        recordings.readyBefore(over).forEach(id -> new RecordingFolder(root, id).delete());
        strangers(root).forEach(id -> new RecordingFolder(root, id).delete());
    }

    /** Those that nobody has come back to although they had the time. */
    private List<Recording> abandoned() {
        Instant now = clock.instant();
        List<Recording> open = recordings.open().stream()
                .filter(recording -> !live.isLive(recording.id()))
                .toList();
        silent.keySet().retainAll(open.stream().map(Recording::id).toList());
        Duration patience = settings.meetings().grace().plus(MARGIN);
        return open.stream()
                .filter(recording -> !silent.computeIfAbsent(recording.id(), id -> now)
                        .plus(patience)
                        .isAfter(now))
                .toList();
    }

    /** Where the last frame was written. */
    private void end(Recording recording, RecordingFolder folder) {
        long last = folder.progress().map(RecordingFolder.Progress::lastFrame).orElse(0L);
        Instant at = last > recording.startedAt().toEpochMilli() ? Instant.ofEpochMilli(last) : clock.instant();
        Torn torn = Torn.read(recording, folder, List.of());
        torn.answers().values().forEach(kept -> recordings.choose(recording.id(), kept.choice(), kept.right()));
        if (folder.exists() && !folder.hasEnded()) {
            torn.declined()
                    .forEach((participant, kept) -> folder.add(Map.of(
                            "at",
                            kept.choice().at().toEpochMilli(),
                            "what",
                            "consent",
                            "person",
                            participant,
                            "given",
                            false)));
            folder.add(Map.of("at", at.toEpochMilli(), "what", "ended"));
        }
        recordings.end(recording.id(), at, true);
    }

    private List<UUID> strangers(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            Instant young = clock.instant().minus(STRANGE);
            return folders.filter(folder -> {
                        try {
                            return Files.getLastModifiedTime(folder).toInstant().isBefore(young);
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .flatMap(folder -> id(folder.getFileName().toString()).stream())
                    .filter(id -> recordings.find(id).isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<UUID> id(String name) {
        try {
            return Optional.of(UUID.fromString(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
