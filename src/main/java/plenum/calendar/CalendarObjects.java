package plenum.calendar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events as CalDAV names them: a series with what replaces its times, or a single event, is one object. Blocks on the database. */
public interface CalendarObjects {
    /** How far a calendar has changed; grows with each change. */
    long revision(UUID calendar);

    /** Until the transaction ends, nobody else changes this calendar. */
    void lock(UUID calendar);

    /** Those that are there, by name. */
    List<CalendarObject> all(UUID calendar);

    /** Those that changed since a revision, deleted ones too. */
    List<CalendarObject> since(UUID calendar, long revision);

    /** Deleted ones too. */
    Optional<CalendarObject> byName(UUID calendar, String name);

    /** Deleted ones too. */
    Optional<CalendarObject> byUid(UUID calendar, String uid);

    /** Gives a new object its name, or a deleted one of this uid another. */
    void name(UUID calendar, String uid, String name);

    /** @param revision when it changed last */
    record CalendarObject(String name, String uid, long revision, boolean gone) {}
}
