package plenum.scim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts and groups as directories see them. Blocks on the database. */
public interface ScimDirectory {
    /** The oldest first. */
    List<UUID> users(Optional<ScimFilter> filter, int first, int most);

    int countUsers(Optional<ScimFilter> filter);

    Extra extra(UUID account);

    void setExtra(UUID account, Extra extra);

    List<Ref> groupsOf(UUID account);

    /** By name. */
    List<UUID> groups(Optional<ScimFilter> filter, int first, int most);

    int countGroups(Optional<ScimFilter> filter);

    Optional<ScimGroup> group(UUID id);

    /** Empty when there is one of that name. */
    Optional<UUID> createGroup(String name);

    /** False when another group has that name. */
    boolean renameGroup(UUID group, String name);

    void setExternalId(UUID group, Optional<String> externalId);

    /** Those whom there is no account for are not added. */
    void addMembers(UUID group, Set<UUID> accounts);

    void removeMembers(UUID group, Set<UUID> accounts);

    void deleteGroup(UUID group);

    /** Which of these are accounts. */
    Set<UUID> known(Set<UUID> accounts);

    /** Waits until no admin and no other program changes anything; the turn ends with the caller's transaction. */
    void takeTurn();

    /** What a directory knows of somebody beyond their account. */
    record Extra(Optional<String> externalId, Optional<String> givenName, Optional<String> familyName) {
        public static Extra none() {
            return new Extra(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Another resource, and how people see it. */
    record Ref(UUID id, String display) {}

    /** @param members by name */
    record ScimGroup(UUID id, String name, Optional<String> externalId, List<Ref> members) {}
}
