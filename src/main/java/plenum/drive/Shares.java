package plenum.drive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is shared with whom. Blocks on the database. */
public interface Shares {
    /** In place of one with the same person or group. */
    void keep(Share share);

    /** @param token as a link has it */
    Optional<Share> byToken(String token);

    Optional<Share> byId(UUID id);

    /** Of one item, not of folders that it is in. */
    List<Share> of(UUID item);

    /** Those of some items that are shared themselves, whatever folders they are in. */
    Set<UUID> sharedAmong(Collection<UUID> items);

    void remove(UUID id);

    /** Counts a use; true for the first one of a day. */
    boolean used(UUID id);

    /** Groups that somebody is in. */
    List<Share.With.Group> groups(UUID account);

    /** Accounts that are in a group. */
    List<UUID> members(UUID group);
}
