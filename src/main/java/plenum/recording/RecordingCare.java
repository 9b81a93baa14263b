package plenum.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import plenum.job.Jobs;
import plenum.platform.Settings;

/** What whoever looks after this server does with recordings of others: they see to it that films get to their owners, and delete; they do not watch. */
@ApplicationScoped
public class RecordingCare {
    @Inject
    Recordings recordings;

    @Inject
    RecordingDelivery delivery;

    @Inject
    LiveRecordings live;

    @Inject
    Settings settings;

    @Inject
    Jobs jobs;

    public Optional<Recording> find(UUID id) {
        return recordings.find(id);
    }

    /** Tries at once to get a film to its owner, instead of at the next time. False when it goes on, or there is nothing to do. */
    public boolean retry(Recording recording) {
        boolean waits = recording.state() == Recording.State.MAKING || recording.state() == Recording.State.DELIVERING;
        if (!waits) {
            return false;
        }
        jobs.cancel(DeliverRecording.KIND, recording.id().toString());
        jobs.schedule(DeliverRecording.KIND, recording.id().toString(), recording.id());
        return true;
    }

    /** With its film and its tracks. False while it goes on. */
    public boolean delete(Recording recording) {
        if (live.isLive(recording.id())) {
            return false;
        }
        recordings.delete(recording.id());
        recording.film().ifPresent(delivery::delete);
        folder(recording.id()).ifPresent(RecordingFolder::delete);
        return true;
    }

    /** Bytes of the tracks that are still kept; empty when they are gone. */
    public OptionalLong tracks(UUID recording) {
        return folder(recording)
                .filter(RecordingFolder::exists)
                .map(folder -> OptionalLong.of(folder.written().bytes()))
                .orElse(OptionalLong.empty());
    }

    private Optional<RecordingFolder> folder(UUID id) {
        Optional<Path> root = settings.services().recording().folder();
        return root.map(path -> new RecordingFolder(path, id));
    }
}
