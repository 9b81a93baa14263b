package plenum.account;

import java.util.List;

/** Finds people of this server by what somebody types of their name or address. Blocks on the database. */
public interface Directory {
    /**
     * Those who can sign in, by name.
     *
     * @param typed a part of a name, or the beginning of an address; shorter than two characters finds nobody
     */
    List<Account> search(String typed, int most);
}
