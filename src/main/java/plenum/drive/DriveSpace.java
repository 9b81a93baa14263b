package plenum.drive;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A drive: somebody's own, a group's, or one on a server of others.
 *
 * @param name of the group or of the target; empty for somebody's own on this machine
 * @param target the server that it is on; empty: this machine
 * @param used bytes, with older versions and what was thrown away
 * @param quota set by an admin
 * @param recordings whether recordings of its owner go there
 */
public record DriveSpace(
        UUID id,
        Optional<UUID> account,
        Optional<UUID> group,
        Optional<UUID> target,
        String name,
        long used,
        OptionalLong quota,
        boolean recordings) {
    public Kind kind() {
        return target.isPresent() ? Kind.TARGET : group.isPresent() ? Kind.GROUP : Kind.OWN;
    }

    /** What it is, for those who use it. */
    public enum Kind {
        OWN,
        GROUP,
        TARGET
    }
}
