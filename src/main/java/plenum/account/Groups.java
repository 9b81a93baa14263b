package plenum.account;

import java.util.List;

/** Groups that accounts are in. Blocks on the database. */
public interface Groups {
    int LONGEST_NAME = 120;

    /** By name. */
    List<Group> all();

    /** False when there is one of that name. */
    boolean create(String name);

    /** False when there is none of the name, or one of the new name already. */
    boolean rename(String name, String newName);

    /** With its memberships; the accounts stay. False when there is none of that name. */
    boolean delete(String name);

    /** @param members how many accounts are in it */
    record Group(String name, long members) {}
}
