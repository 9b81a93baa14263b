package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.audit.AuditAction;
import plenum.drive.DriveSpace;
import plenum.drive.Drives;
import plenum.drive.Target;
import plenum.drive.Targets;
import plenum.recording.Recording;
import plenum.recording.RecordingCare;
import plenum.storage.StorageCare;

/** What admins do with files and recordings of people, without looking into them. */
@ApplicationScoped
public class StorageActions implements ActionSource {
    static final long MEGABYTE = 1 << 20;
    private static final long MOST_MEGABYTES = 1_000_000_000;
    private static final String DRIVE = "drive";
    private static final String RECORDING = "recording";

    @Inject
    StorageCare storage;

    @Inject
    Drives drives;

    @Inject
    Targets targets;

    @Inject
    RecordingCare recordings;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.STORAGE_CHECK, List.of(), this::check),
                new AdminAction(AuditAction.DRIVE_QUOTA, List.of(DRIVE, "megabytes?"), this::setQuota),
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
