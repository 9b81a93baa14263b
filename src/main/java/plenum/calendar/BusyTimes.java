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

    /** What may take place for people in a span: what is in their own calendars, and what they are invited to. */
    List<Row> of(Collection<UUID> accounts, Interval span);

    /** Somebody whose times are known. */
    record Person(UUID account, Hours hours) {}

    /**
     * An event in the calendar of somebody, or one that they are invited to.
     *
     * @param repetition without the times that other events replace
     * @param busy whether it leaves them no time: their own that say so, and invitations that they accepted
     */
    record Row(UUID account, UUID event, EventTime time, Optional<Repetition> repetition, boolean busy) {}
}
