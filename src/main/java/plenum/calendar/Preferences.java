package plenum.calendar;

import java.time.ZoneId;
import java.util.UUID;

/** Preferences of people. Blocks on the database. */
public interface Preferences {
    /** @param zone theirs */
    Preference of(UUID account, ZoneId zone);

    void store(UUID account, Preference preference);
}
