package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.drive.DriveItem.Content;
import plenum.drive.DriveItem.Preview;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.TryAgainException;
import plenum.storage.LocalStorage;
import plenum.storage.ObjectKey;
import plenum.storage.Storage;
import plenum.storage.StorageException;

/** Finds out what a file is, makes a small picture of it and takes words from it. What reads more than its first bytes is a process of its own. */
@ApplicationScoped
public class DescribeFile implements Job<UUID> {
    public static final JobKind<UUID> KIND = JobKind.ofId("drive-describe");

    @Inject
    DriveItems items;

    @Inject
    DriveChanges changes;

    @Inject
    Drives drives;

    @Inject
    Accounts accounts;

    @Inject
    Storages storages;

    @Inject
    LocalStorage local;

    @Inject
    ProbeProcess probe;

    @Inject
    FilmPicture films;

    @Override
    public JobKind<UUID> kind() {
        return KIND;
    }

    @Override
    public void run(UUID item, JobRun run) {
        items.byId(item).filter(file -> !file.isFolder()).ifPresent(this::describe);
    }

    /** Throws {@link TryAgainException} when the file cannot be read now. */
    void describe(DriveItem file) {
        Content content = file.content().orElseThrow();
        Storage storage = storages.of(file);
        try {
            String type = FileTypes.of(head(storage, content), file.name());
            ProbeProcess.Found found =
                    probe.look(type, () -> storage.read(content.key(), 0, ProbeProcess.MOST_BYTES), content.size());
            Optional<byte[]> picture = type.startsWith("video/")
                    ? films.of(() -> storage.read(content.key(), 0, ProbeProcess.MOST_BYTES))
                    : found.picture();
            Optional<Preview> preview = picture.map(small -> keep(small, found));
            changes.describe(file.id(), content.object(), type, preview, found.words(), language(file));
        } catch (IOException | StorageException e) {
            throw new TryAgainException("the file cannot be read now");
        }
    }

    private static byte[] head(Storage storage, Content content) throws IOException {
        try (InputStream bytes = storage.read(content.key(), 0, FileTypes.LOOKED_AT)) {
            return bytes.readNBytes(FileTypes.LOOKED_AT);
        }
    }

    private Preview keep(byte[] small, ProbeProcess.Found found) {
        byte[] kept = found.pages().isEmpty() ? small : PagePictures.join(small, found.pages());
        UUID id = UUID.randomUUID();
        local.put(ObjectKey.of(id), new ByteArrayInputStream(kept), kept.length);
        return new Preview(id, found.pages().size(), found.allPages());
    }

    private String language(DriveItem file) {
        return drives.space(file.drive())
                .flatMap(DriveSpace::account)
                .flatMap(accounts::byId)
                .map(Account::language)
                .map(Locale::getLanguage)
                .orElse("");
    }
}
