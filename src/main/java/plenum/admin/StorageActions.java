package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.audit.AuditAction;
import plenum.drive.DriveSpace;
import plenum.drive.Drives;
import plenum.drive.Storages;
import plenum.drive.Target;
import plenum.drive.Targets;
import plenum.platform.VisibleLine;
import plenum.recording.Recording;
import plenum.recording.RecordingCare;
import plenum.storage.StorageCare;
import plenum.storage.StorageException;

/** What admins do with files and recordings of people, without looking into them. */
@ApplicationScoped
public class StorageActions implements ActionSource {
    static final long MEGABYTE = 1 << 20;
    private static final long MOST_MEGABYTES = 1_000_000_000;
    static final String REGION = "us-east-1";
    private static final int LONGEST_NAME = 120;
    private static final String DRIVE = "drive";
    private static final String RECORDING = "recording";

    @Inject
    StorageCare storage;

    @Inject
    Drives drives;

    @Inject
    Targets targets;

    @Inject
    Storages storages;

    @Inject
    RecordingCare recordings;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.STORAGE_CHECK, List.of(), this::check),
                new AdminAction(AuditAction.DRIVE_QUOTA, List.of(DRIVE, "megabytes?"), this::setQuota),
                new AdminAction(
                        AuditAction.TARGET_ADD,
                        List.of("kind", "name", "address", "folder", "user", "password", "region?", "checksums?"),
                        this::addTarget),
                new AdminAction(AuditAction.TARGET_REMOVE, List.of("target"), this::removeTarget),
                new AdminAction(AuditAction.RECORDING_RETRY, List.of(RECORDING), this::retry),
                new AdminAction(AuditAction.RECORDING_DELETE, List.of(RECORDING), this::delete));
    }

    private Done check(Actor actor, Arguments values) {
        storage.check();
        return Done.of("storage");
    }

    /** Without a number, what the plan says. */
    private Done setQuota(Actor actor, Arguments values) {
        DriveSpace space = drives.space(id(values, DRIVE)).orElseThrow(() -> unknown(DRIVE, values));
        if (space.kind() == DriveSpace.Kind.TARGET) {
            throw unknown(DRIVE, values);
        }
        Optional<Long> megabytes =
                values.optional("megabytes").map(given -> values.number("megabytes", MOST_MEGABYTES));
        drives.setQuota(space.id(), megabytes.map(number -> number * MEGABYTE));
        String before = space.quota().isPresent() ? space.quota().getAsLong() / MEGABYTE + " MB" : "plan";
        return Done.of(DRIVE + " " + space.id())
                .from(before, megabytes.map(number -> number + " MB").orElse("plan"));
    }

    /** For everybody, who then has a drive on it if they wish. It is tried out by a small file before it is kept. */
    private Done addTarget(Actor actor, Arguments values) {
        if (!targets.canKeep()) {
            throw new RefusedException("no-secret", "PLENUM_SECRET");
        }
        String name = VisibleLine.of(values.text("name"));
        Target.Place place = place(values).orElseThrow(() -> RefusedException.saying("drive.target.incomplete"));
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RefusedException("value", "name");
        }
        try {
            storages.of(place).test();
        } catch (StorageException e) {
            throw RefusedException.saying("drive.target." + e.reason().name().toLowerCase(Locale.ROOT));
        }
        targets.keep(new Target(UUID.randomUUID(), Optional.empty(), name, place));
        return Done.of(name).from("", place.kind());
    }

    private static Optional<Target.Place> place(Arguments values) {
        String address = values.text("address");
        String folder = values.text("folder");
        String user = values.text("user");
        String password = values.text("password");
        return switch (values.text("kind").toUpperCase(Locale.ROOT)) {
            case "WEBDAV" -> Target.Place.webDav(address, folder, user, password);
            case "S3" ->
                Target.Place.s3(
                        address,
                        values.optional("region").orElse(REGION),
                        folder,
                        user,
                        password,
                        values.optional("checksums").isEmpty() || values.onOrOff("checksums"));
            default -> throw new RefusedException("value", "kind");
        };
    }

    /** Only while no drive is on it: its owner takes that away first. */
    private Done removeTarget(Actor actor, Arguments values) {
        UUID id = id(values, "target");
        Target target = targets.byId(id).orElseThrow(() -> unknown("target", values));
        if (!targets.forget(id)) {
            throw new RefusedException("target-busy", target.name());
        }
        return Done.of(target.name());
    }

    private Done retry(Actor actor, Arguments values) {
        Recording recording = recording(values);
        if (!recordings.retry(recording)) {
            throw new RefusedException("nothing-to-retry", recording.name());
        }
        return about(recording);
    }

    private Done delete(Actor actor, Arguments values) {
        Recording recording = recording(values);
        if (!recordings.delete(recording)) {
            throw new RefusedException("goes-on", recording.name());
        }
        return about(recording);
    }

    private static Done about(Recording recording) {
        return new Done(
                recording.name() + " (" + recording.id() + ")",
                Optional.of(recording.owner()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Recording recording(Arguments values) {
        return recordings.find(id(values, RECORDING)).orElseThrow(() -> unknown(RECORDING, values));
    }

    private static RefusedException unknown(String name, Arguments values) {
        return new RefusedException("unknown", values.text(name));
    }

    private static UUID id(Arguments values, String name) {
        try {
            return UUID.fromString(values.text(name));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("value", name);
        }
    }
}
