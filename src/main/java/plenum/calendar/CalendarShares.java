package plenum.calendar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.calendar.CalendarShare.With;

/** Who sees which calendars. Blocks on the database. */
public interface CalendarShares {
    /** All that somebody sees: their own first, then the organisation's, then those of others by name. */
    List<SeenCalendar> seenBy(Account reader);

    Optional<SeenCalendar> seenBy(Account reader, UUID calendar);

    List<CalendarShare> of(UUID calendar);

    Optional<CalendarShare> byId(UUID share);

    /** Takes the place of one with the same. */
    void keep(CalendarShare share);

    void remove(UUID share);

    void setHidden(UUID account, UUID calendar, boolean hidden);

    /** The groups that somebody is in. */
    List<With.Group> groups(UUID account);
}
