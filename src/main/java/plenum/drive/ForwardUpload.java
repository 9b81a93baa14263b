package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import plenum.drive.DriveItem.Content;
import plenum.drive.Uploads.Upload;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.TryAgainException;
import plenum.storage.LocalStorage;
import plenum.storage.ObjectKey;
import plenum.storage.Storage;
import plenum.storage.StorageException;

/** Takes a file that was uploaded to the other server that its drive is on. Until that is done, it counts as an upload. */
@ApplicationScoped
public class ForwardUpload implements Job<ForwardUpload.Data> {
    public static final JobKind<Data> KIND = JobKind.ofJson("drive-forward", Data.class);

    @Inject
    Uploads uploads;

    @Inject
    Drives drives;

    @Inject
    DriveChanges changes;

    @Inject
    Storages storages;

    @Inject
    LocalStorage local;

    @Inject
    Drive drive;

    /** Which upload, and whose. */
    public record Data(String upload, String account) {
        static Data of(Upload upload) {
            return new Data(upload.id().toString(), upload.account().toString());
        }
    }

    @Override
    public JobKind<Data> kind() {
        return KIND;
    }

    @Override
    public void run(Data data, JobRun run) {
        UUID id = UUID.fromString(data.upload());
        uploads.find(id, UUID.fromString(data.account())).ifPresent(this::forward);
        local.delete(ObjectKey.of(id));
    }

    private void forward(Upload upload) {
        Optional<Storage.Stored> here = local.find(upload.id());
        Optional<DriveSpace> space = drives.space(upload.drive());
        if (here.isEmpty() || space.isEmpty()) {
            uploads.drop(upload.id());
            return;
        }
        Storage there = storages.of(space.get().target());
        ObjectKey key = ObjectKey.of(upload.id(), upload.name().text());
        try (InputStream bytes = local.read(ObjectKey.of(upload.id()), 0, Long.MAX_VALUE)) {
            if (!there.size(key).equals(OptionalLong.of(here.get().size()))) {
                there.delete(key);
                there.put(key, bytes, here.get().size());
            }
        } catch (IOException e) {
            throw new TryAgainException("a file could not be read");
        } catch (StorageException e) {
            throw new TryAgainException("the other server: " + e.reason());
        }
        Content content = new Content(
                key.id(),
                key.label(),
                here.get().size(),
                FileTypes.UNKNOWN,
                here.get().sha256(),
                1,
                Optional.empty());
        drive.describe(changes.add(upload.drive(), upload.parent(), upload.name(), content, upload.account()));
    }
}
