package plenum.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.calendar.EventTime.Interval;
import plenum.calendar.FreeSlots.Hours;
import plenum.mail.MailAddress;

/** When many people have no time, in few questions to the database, on which it blocks. */
public interface BusyTimes {
    /**
     * Those of some addresses whose times somebody may know: who shares them with everybody here, or a calendar with the reader.
     *
     * @return empty for whoever has no account here, and for whoever shares nothing
     */
    Map<MailAddress, Person> known(Account reader, Collection<MailAddress> addresses);

    /**
     * When people have no time in a span: for what is in their own calendars and says so, and for invitations that they accepted.
     *
     * @param except an event that takes nobody's time
     */
    Busy of(Collection<UUID> accounts, Interval span, Optional<UUID> except);

    /** Somebody whose times are known. */
    record Person(UUID account, Hours hours) {}

    /**
     * Of many people.
     *
     * @param single for events that are not repeated, in order, by account; those that touch are one
     * @param series what is repeated
     */
    record Busy(Map<UUID, List<Interval>> single, List<Series> series) {}

    /**
     * A series in the calendar of somebody, or one that they are invited to.
     *
     * @param repetition without the times that other events replace
     */
    record Series(UUID account, UUID event, EventTime time, Repetition repetition) {
        List<Interval> times(Interval span) {
            return repetition.starts(time, span).stream()
                    .map(start -> time.at(start).interval())
                    .toList();
        }
    }
}
