package plenum.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds accounts, for the console. Blocks on the database. */
public interface AccountSearch {
    List<Found> find(Wanted wanted, Order order, int first, int most);

    int count(Wanted wanted);

    /**
     * Which accounts.
     *
     * @param words beginnings of words of the name or the address; blank: all
     * @param group name of a group
     */
    record Wanted(String words, Optional<AccountRole> role, Optional<AccountState> state, Optional<String> group) {
        public static Wanted all() {
            return new Wanted("", Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** @param ascending by the column; accounts that are equal in it stand by their address */
    record Order(Column column, boolean ascending) {}

    /** What accounts are sorted by. */
    enum Column {
        NAME,
        EMAIL,
        ROLE,
        STATE,
        CREATED,
        SIGNED_IN
    }

    /**
     * An account of the list.
     *
     * @param signedInAt last time; empty: never
     * @param plan its own; empty: the one that holds for all
     */
    record Found(Account account, Optional<Instant> signedInAt, Optional<String> plan, List<String> groups) {}
}
