package plenum.person;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.protocol.PersonMessages;

/** What pages of an account are told, and what they may change. Blocks on the database. */
interface PersonalNews {
    /** Of an account that is gone: none. */
    PersonMessages.Reminders reminders(UUID account);

    /** What each of these is to be reminded of, told apart by words that mean nothing else; without those who have nothing. */
    Map<UUID, Set<String>> waiting(Set<UUID> accounts);

    PersonMessages.Today today(UUID account);

    /** Once it is stored, {@link plenum.calendar.ReminderSeen} tells it. False when this server has no calendars. */
    boolean putAway(UUID account, UUID event, Instant start);
}
