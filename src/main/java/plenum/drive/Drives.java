package plenum.drive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All drives. Each call is a transaction. Blocks on the database. */
public interface Drives {
    /** Those that somebody may use; their own and their groups' are made when they are asked for the first time. */
    List<DriveSpace> spaces(Viewer viewer);

    Optional<DriveSpace> space(UUID drive);

    /** A drive on a target for somebody; the same when there is one already. */
    DriveSpace connect(UUID account, UUID target, String name);

    /** A drive on a target is forgotten; false while there is something in it. */
    boolean disconnect(UUID drive);

    /** Recordings of its owner go there from now on. */
    void useForRecordings(UUID drive);

    /** @param bytes empty: what the plan says */
    void setQuota(UUID drive, Optional<Long> bytes);

    /** What somebody may do at the top of a drive. */
    Access access(UUID drive, Viewer viewer);

    /** What uses the room of a drive. */
    List<Use> uses(UUID drive);

    /** Bytes of uploads that go on. */
    long pending(UUID drive);

    /** For those who look after all of them, the fullest first. */
    List<Overview> overview(int first, int most);

    long countAll();

    /** What uses the room of all drives. */
    List<Use> usesOfAll();

    /** @param kind picture, video, sound, document, other, versions or trash */
    record Use(String kind, long files, long bytes) {}

    /** @param owner address of a person, or name of a group */
    record Overview(DriveSpace space, String owner, long files) {}
}
