package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import plenum.drive.DriveItems.Found;
import plenum.job.Jobs;

/** What people do with their files: each call says who asks, and does nothing that they may not. Blocks on the database. */
@ApplicationScoped
public class Drive {
    @Inject
    Drives drives;

    @Inject
    DriveItems items;

    @Inject
    DriveChanges changes;

    @Inject
    DriveQuota quota;

    @Inject
    Jobs jobs;

    /** What came of it. */
    public enum Answer {
        DONE,
        /** It is not there, or not for them. */
        NOT_FOUND,
        DENIED,
        BAD_NAME,
        NAME_TAKEN,
        INTO_ITSELF,
        OTHER_SERVER,
        NO_ROOM
    }

    /** A place in a drive, where something is to be put. */
    public record Folder(UUID drive, Optional<UUID> item) {}

    public boolean mayPutInto(Folder folder, Viewer who) {
        return access(folder, who).allows(Access.WRITE);
    }

    public Access access(Folder folder, Viewer who) {
        return folder.item().isEmpty()
                ? drives.access(folder.drive(), who)
                : items.find(folder.item().get(), who)
                        .filter(found -> found.item().isFolder()
                                && found.item().drive().equals(folder.drive())
                                && found.item().trashedAt().isEmpty())
                        .map(Found::access)
                        .orElse(Access.NONE);
    }

    public Answer makeFolder(Folder into, String typed, Viewer who) {
        Optional<FileName> name = FileName.parse(typed);
        if (name.isEmpty()) {
            return Answer.BAD_NAME;
        }
        if (!mayPutInto(into, who)) {
            return Answer.DENIED;
        }
        changes.makeFolder(into.drive(), into.item(), name.get(), who.account());
        return Answer.DONE;
    }

    public Answer rename(UUID item, String typed, Viewer who) {
        Optional<FileName> name = FileName.parse(typed);
        if (name.isEmpty()) {
            return Answer.BAD_NAME;
        }
        return with(
                item,
                Access.WRITE,
                who,
                found -> changes.rename(item, name.get(), who.account()) ? Answer.DONE : Answer.NAME_TAKEN);
    }

    /** Out of a shared folder only by its owner: for others it would be gone. */
    public Answer move(UUID item, Folder into, Viewer who) {
        return with(item, Access.WRITE, who, found -> {
            boolean within = found.access() == Access.OWN || staysWithin(found, into, who);
            if (!within || !mayPutInto(into, who)) {
                return Answer.DENIED;
            }
            if (!found.item().drive().equals(into.drive()) && room(into.drive()) < sizeOf(item)) {
                return Answer.NO_ROOM;
            }
            return answer(changes.move(item, into.drive(), into.item(), who.account()));
        });
    }

    private boolean staysWithin(Found found, Folder into, Viewer who) {
        return into.item().isPresent()
                && found.item().drive().equals(into.drive())
                && items.find(into.item().get(), who)
                        .filter(folder -> folder.access() == Access.WRITE)
                        .isPresent();
    }

    private long sizeOf(UUID item) {
        return items.tree(item, Integer.MAX_VALUE).stream()
                .mapToLong(DriveItem::size)
                .sum();
    }

    public Answer copy(UUID item, Folder into, Viewer who) {
        return with(
                item,
                Access.READ,
                who,
                found -> mayPutInto(into, who)
                        ? answer(changes.copy(item, into.drive(), into.item(), room(into.drive()), who.account()))
                        : Answer.DENIED);
    }

    public Answer trash(UUID item, Viewer who) {
        return change(item, Access.WRITE, who, () -> changes.trash(item, who.account()));
    }

    public Answer restore(UUID item, Viewer who) {
        return change(item, Access.OWN, who, () -> changes.restore(item, who.account()));
    }

    public Answer delete(UUID item, Viewer who) {
        return change(item, Access.OWN, who, () -> {
            changes.delete(item);
            deleteObjects();
        });
    }

    public Answer emptyTrash(UUID drive, Viewer who) {
        if (!drives.access(drive, who).allows(Access.OWN)) {
            return Answer.DENIED;
        }
        changes.emptyTrash(drive);
        deleteObjects();
        return Answer.DONE;
    }

    public Answer restoreVersion(UUID item, int version, Viewer who) {
        return change(item, Access.WRITE, who, () -> {
            changes.restoreVersion(item, version, who.account());
            items.byId(item).ifPresent(this::describe);
        });
    }

    /** Has its type found out and a small picture made. */
    public void describe(DriveItem file) {
        jobs.schedule(DescribeFile.KIND, file.id().toString(), file.id());
    }

    void deleteObjects() {
        jobs.schedule(DeleteGone.KIND, "all", "");
    }

    /** Bytes that may be added. */
    public long room(UUID drive) {
        return drives.space(drive)
                .map(space -> quota.limit(space) - space.used() - drives.pending(drive))
                .orElse(0L);
    }

    private Answer change(UUID item, Access needed, Viewer who, Runnable change) {
        return with(item, needed, who, found -> {
            change.run();
            return Answer.DONE;
        });
    }

    private Answer with(UUID item, Access needed, Viewer who, Function<Found, Answer> work) {
        Optional<Found> found = items.find(item, who);
        if (found.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        try {
            return found.get().access().allows(needed) ? work.apply(found.get()) : Answer.DENIED;
        } catch (NoSuchItemException e) {
            return Answer.NOT_FOUND; // somebody deleted it meanwhile
        }
    }

    private static Answer answer(DriveChanges.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Answer.DONE;
            case INTO_ITSELF -> Answer.INTO_ITSELF;
            case OTHER_SERVER -> Answer.OTHER_SERVER;
            case NO_ROOM -> Answer.NO_ROOM;
        };
    }

    /** The same with several; the first answer that is not {@link Answer#DONE}, if there is one. */
    public Answer each(List<UUID> all, Function<UUID, Answer> work) {
        Answer first = Answer.DONE;
        for (UUID item : all) {
            Answer answer = work.apply(item);
            first = first == Answer.DONE ? answer : first;
        }
        return first;
    }
}
