package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import plenum.storage.LocalStorage;
import plenum.storage.OutsideServers;
import plenum.storage.S3Storage;
import plenum.storage.Storage;
import plenum.storage.StorageException;
import plenum.storage.StorageException.Reason;
import plenum.storage.WebDavStorage;

/** Which storage holds the files of a drive. */
@ApplicationScoped
public class Storages {
    @Inject
    LocalStorage local;

    @Inject
    OutsideServers servers;

    @Inject
    Targets targets;

    @Inject
    Drives drives;

    @Inject
    InstantSource clock;

    public Storage of(DriveItem item) {
        return drives.space(item.drive())
                .map(space -> of(space.target()))
                .orElseThrow(() -> new StorageException(Reason.NOT_FOUND, "no such drive"));
    }

    /** @param target empty: this machine */
    public Storage of(Optional<UUID> target) {
        return target.isEmpty()
                ? local
                : targets.byId(target.get())
                        .map(found -> of(found.place()))
                        .orElseThrow(
                                () -> new StorageException(Reason.UNREACHABLE, "the target is not there any more"));
    }

    public Storage of(Target.Place place) {
        return switch (place) {
            case Target.Place.WebDav(var folder, var user, var password) ->
                new WebDavStorage(servers, folder, user, password);
            case Target.Place.S3 s3 ->
                new S3Storage(
                        servers,
                        new S3Storage.Place(s3.endpoint(), s3.region(), s3.bucket(), s3.prefix(), s3.checksums()),
                        s3.accessKey(),
                        s3.secretKey(),
                        clock);
        };
    }
}
