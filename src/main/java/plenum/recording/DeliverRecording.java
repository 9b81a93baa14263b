package plenum.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.Retries;
import plenum.job.TryAgainException;
import plenum.mail.MailOutbox;
import plenum.platform.Settings;
import plenum.storage.StorageException;

/**
 * Waits for the composer's film of a recording and takes it to its owner's drive; they get a receipt by mail. When the drive is full or away, the film stays where it is, and this tries again for two
 * weeks.
 */
@ApplicationScoped
public class DeliverRecording implements Job<UUID> {
    public static final JobKind<UUID> KIND = JobKind.ofId("recording-deliver");
    private static final Duration LOOK = Duration.ofMillis(250);
    /** Then others have their turn, and this comes again soon. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int LONGEST_NAME = 100;

    @Inject
    Settings settings;

    @Inject
    Recordings recordings;

    @Inject
    RecordingDelivery delivery;

    @Inject
    Accounts accounts;

    @Inject
    MailOutbox mails;

    @Inject
    Receipts receipts;

    @Inject
    InstantSource clock;

    @Override
    public JobKind<UUID> kind() {
        return KIND;
    }

    @Override
    public Retries retries() {
        return new Retries(400, Duration.ofSeconds(2), 2, Duration.ofHours(1));
    }

    @Override
    public void run(UUID id, JobRun run) {
        Optional<Recording> found = recordings.find(id);
        Optional<Path> root = settings.services().recording().folder();
        if (found.isEmpty() || root.isEmpty() || found.get().state() == Recording.State.READY) {
            return;
        }
        Recording recording = found.get();
        Optional<Account> owner = accounts.byId(recording.owner());
        RecordingFolder folder = new RecordingFolder(root.get(), id);
        RecordingFolder.Film made = await(recording, folder, run);
        if (made.file().isEmpty() || owner.isEmpty()) {
            recordings.become(id, Recording.State.EMPTY, "");
            return;
        }
        recordings.become(id, Recording.State.DELIVERING, recording.trouble());
        String name = fileName(recording, owner.get());
        // one of an earlier edition shows somebody who must not be seen any more: it goes first, and does not become a
        // version
        recording.film().ifPresent(delivery::delete);
        UUID item = store(recording, owner.get(), folder.file(made.file()), name, made.bytes());
        Recording.Film film = new Recording.Film(
                item,
                name,
                made.bytes(),
                made.millis(),
                made.sha256(),
                made.chapters().toString(),
                made.gaps().toString());
        recordings.deliver(id, recording.edition(), film, clock.instant());
        folder.deleteFilms();
        mails.put(receipts.letter(owner.get(), recording, film, recordings.choices(id)));
    }

    private static RecordingFolder.Film await(Recording recording, RecordingFolder folder, JobRun run) {
        long rounds = PATIENCE.dividedBy(LOOK);
        for (long round = 0; round < rounds && !run.isStopping(); round++) {
            Optional<RecordingFolder.Film> film = folder.film(recording.edition());
            if (film.isPresent()) {
                return film.get();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new TryAgainException("the film is not made yet");
    }

    private UUID store(Recording recording, Account owner, Path file, String name, long size) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return delivery.store(owner, recording.place(), name, bytes, size);
        } catch (StorageException e) {
            tell(recording, owner, e.reason());
            throw new TryAgainException("the film cannot be stored: " + e.reason());
        } catch (IOException e) {
            tell(recording, owner, StorageException.Reason.FAILED);
            throw new TryAgainException("the film cannot be read");
        }
    }

    private void tell(Recording recording, Account owner, StorageException.Reason reason) {
        recordings.become(recording.id(), Recording.State.DELIVERING, reason.name());
        if (!recording.trouble().equals(reason.name())) {
            mails.put(receipts.troubleLetter(owner, recording, reason.name()));
        }
    }

    /** A meeting's name and when it was, without what file systems do not take. */
    static String fileName(Recording recording, Account owner) {
        String plain =
                recording.name().replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ").strip();
        String name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        String date = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm.ss", owner.language())
                .format(recording.startedAt().atZone(owner.zone()));
        return (name.isEmpty() ? "" : name + " ") + date + ".mp4";
    }
}
