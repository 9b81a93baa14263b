package plenum.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.job.Jobs;
import plenum.platform.SecretToken;
import plenum.platform.Settings;

/** What an owner does with their recordings. Nobody else's are found. */
@ApplicationScoped
public class MyRecordings {
    @Inject
    Recordings recordings;

    @Inject
    RecordingDelivery delivery;

    @Inject
    RecordingCare care;

    @Inject
    Settings settings;

    @Inject
    Jobs jobs;

    @Inject
    InstantSource clock;

    Optional<Recording> find(Account owner, Optional<UUID> id) {
        return id.flatMap(recordings::find)
                .filter(recording -> recording.owner().equals(owner.id()));
    }

    /** A film of an earlier edition stays until the next one takes its place; its owner may have deleted it from their drive. */
    boolean hasFilm(Recording recording) {
        return recording.film().filter(delivery::has).isPresent();
    }

    /** The file of its film, if its owner may share it. */
    Optional<UUID> shareable(Account owner, Recording recording) {
        return recording.film().filter(film -> delivery.mayShare(owner, film)).map(Recording.Film::item);
    }

    /** Whether its tracks are still there: then somebody can be taken out of the film. */
    boolean canChange(Recording recording) {
        return recording.endedAt().isPresent()
                && folder(recording.id()).filter(RecordingFolder::exists).isPresent();
    }

    /** Takes somebody out of a film, which is made again. False when that cannot be, or is so already. */
    @Transactional
    boolean withdraw(Account owner, Recording recording, UUID participant) {
        return recording.owner().equals(owner.id()) && withdraw(recording, participant);
    }

    /** What somebody can take back by a secret that they were given when they consented, with the recording. */
    Optional<Right> right(String secret) {
        return recordings.byRight(SecretToken.hash(secret)).flatMap(consented -> recordings
                .find(consented.recording())
                .map(recording -> new Right(recording, consented.choice())));
    }

    /** A consent, and to what. */
    record Right(Recording recording, Choice choice) {}

    /** As {@link #withdraw}, by whoever has the secret. */
    @Transactional
    boolean withdraw(String secret) {
        return right(secret)
                .filter(right -> withdraw(right.recording(), right.choice().participant()))
                .isPresent();
    }

    private boolean withdraw(Recording recording, UUID participant) {
        if (!canChange(recording)) {
            return false;
        }
        List<UUID> left = recordings.withdraw(recording.id(), participant, clock.instant());
        for (UUID one : left) {
            folder(recording.id())
                    .orElseThrow()
                    .add(Map.of("at", clock.millis(), "what", "withdrawn", "person", one.toString()));
        }
        if (!left.isEmpty()) {
            jobs.schedule(DeliverRecording.KIND, recording.id().toString(), recording.id());
        }
        return !left.isEmpty();
    }

    /** With its film and its tracks; not while it goes on. */
    boolean delete(Account owner, Recording recording) {
        return recording.owner().equals(owner.id()) && care.delete(recording);
    }

    private Optional<RecordingFolder> folder(UUID id) {
        Optional<Path> root = settings.services().recording().folder();
        return root.map(path -> new RecordingFolder(path, id));
    }
}
