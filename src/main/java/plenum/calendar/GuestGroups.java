package plenum.calendar;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import plenum.account.Account;

/** Groups whose people can be invited together. Blocks on the database. */
public interface GuestGroups {
    /** Those that somebody may invite, by name: the groups that they are in, and all of them for an admin. */
    List<Group> of(Account organiser);

    /** Whoever is in a group and can sign in, as needed guests who have not answered; by address. */
    List<Guest> people(UUID group);

    /** Names of groups that are there. */
    List<Group> named(List<UUID> groups);

    /** A group by its name. */
    record Group(UUID id, String name) implements Serializable {}
}
