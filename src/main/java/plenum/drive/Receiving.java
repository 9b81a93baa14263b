package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import plenum.drive.Drive.Folder;
import plenum.drive.DriveItem.Content;
import plenum.drive.Uploads.Upload;
import plenum.job.Jobs;
import plenum.storage.LocalStorage;
import plenum.storage.Storage.Stored;

/**
 * Takes files in, piece by piece: room is reserved when an upload begins, bytes go into a draft, and a file is made of it when all of them
 * are there. For a drive on another server a job takes it there. Blocks.
 */
@ApplicationScoped
public class Receiving {
    /** No file is larger. */
    static final long MOST_BYTES = 1L << 40;

    static final int MOST_DEPTH = 20;

    @Inject
    Drive drive;

    @Inject
    Drives drives;

    @Inject
    DriveChanges changes;

    @Inject
    DriveQuota quota;

    @Inject
    Uploads uploads;

    @Inject
    OpenDrafts drafts;

    @Inject
    LocalStorage storage;

    @Inject
    Jobs jobs;

    @Inject
    InstantSource clock;

    /** What came of a wish to upload. */
    sealed interface Begun {
        record Accepted(UUID id) implements Begun {}

        record Refused(Drive.Answer why) implements Begun {}
    }

    /**
     * @param path the file's name, after the names of folders below {@code into} that it belongs in, with slashes between
     */
    Begun begin(Folder into, String path, long size, Viewer who) {
        if (size < 0 || size > MOST_BYTES) {
            return new Begun.Refused(Drive.Answer.NO_ROOM);
        }
        if (!drive.mayPutInto(into, who)) {
            return new Begun.Refused(Drive.Answer.DENIED);
        }
        String[] names = Arrays.stream(path.split("/", -1))
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
        Optional<FileName> name = names.length == 0 ? Optional.empty() : FileName.parse(names[names.length - 1]);
        if (name.isEmpty() || names.length > MOST_DEPTH) {
            return new Begun.Refused(Drive.Answer.BAD_NAME);
        }
        if (drive.room(into.drive()) < size) {
            return new Begun.Refused(Drive.Answer.NO_ROOM);
        }
        Optional<UUID> parent = folders(into, names, who);
        UUID id = UUID.randomUUID();
        long limit = drives.space(into.drive()).map(quota::limit).orElse(0L);
        Upload upload = new Upload(id, who.account(), into.drive(), parent, name.get(), size, clock.instant());
        return uploads.begin(upload, limit) ? new Begun.Accepted(id) : new Begun.Refused(Drive.Answer.NO_ROOM);
    }

    private Optional<UUID> folders(Folder into, String[] names, Viewer who) {
        Optional<UUID> parent = into.item();
        for (int level = 0; level < names.length - 1; level++) {
            Optional<FileName> folder = FileName.parse(names[level]);
            if (folder.isPresent()) {
                parent = Optional.of(changes.folder(into.drive(), parent, folder.get(), who.account())
                        .id());
            }
        }
        return parent;
    }

    /** Bytes that are there; empty while another request sends some. */
    Optional<Long> offset(Upload upload) throws IOException {
        return drafts.use(upload.id(), draft -> draft.length());
    }

    /** What came of some bytes. */
    sealed interface Taken {
        /** @param offset so many are there now */
        record Going(long offset) implements Taken {}

        /** All of them: it is a file, or will be when it has been taken to another server. */
        record Done(Optional<DriveItem> file) implements Taken {}

        record WrongOffset(long offset) implements Taken {}

        /** Another request sends some. */
        record Busy() implements Taken {}
    }

    Taken take(Upload upload, long offset, InputStream bytes, long most) throws IOException {
        Optional<Taken> taken = drafts.use(upload.id(), draft -> {
            if (draft.length() != offset) {
                return new Taken.WrongOffset(draft.length());
            }
            draft.append(bytes, Math.min(most, upload.size() - offset));
            if (draft.length() < upload.size()) {
                uploads.used(upload.id());
                return new Taken.Going(draft.length());
            }
            return new Taken.Done(finish(upload, storage.finish(draft)));
        });
        if (taken.orElse(null) instanceof Taken.Done) {
            drafts.forget(upload.id());
        }
        return taken.orElseGet(Taken.Busy::new);
    }

    /** A process may have died between the file's end and its row: then its object is there already. */
    Optional<Taken> finishLost(Upload upload) {
        return storage.find(upload.id()).map(stored -> new Taken.Done(finish(upload, stored)));
    }

    private Optional<DriveItem> finish(Upload upload, Stored stored) {
        boolean elsewhere =
                drives.space(upload.drive()).flatMap(DriveSpace::target).isPresent();
        if (elsewhere) {
            jobs.schedule(ForwardUpload.KIND, upload.id().toString(), ForwardUpload.Data.of(upload));
            return Optional.empty();
        }
        Content content =
                new Content(upload.id(), "", stored.size(), FileTypes.UNKNOWN, stored.sha256(), 1, Optional.empty());
        DriveItem file = changes.add(upload.drive(), upload.parent(), upload.name(), content, upload.account());
        drive.describe(file);
        return Optional.of(file);
    }

    void drop(Upload upload) {
        uploads.drop(upload.id());
        drafts.forget(upload.id());
        storage.dropDraft(upload.id());
    }
}
