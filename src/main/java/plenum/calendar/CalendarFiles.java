package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.calendar.Access.Act;
import plenum.mail.MailAddress;

/** Calendars as iCalendar files: what is written into one, and what one that somebody brings would change. Nobody gets a mail of it. */
@ApplicationScoped
@Transactional
public class CalendarFiles {
    @Inject
    Calendars calendars;

    @Inject
    CalendarShares shares;

    @Inject
    Accounts accounts;

    @Inject
    EventMeetings meetings;

    @Inject
    EventRooms rooms;

    @Inject
    InstantSource clock;

    /** All events of a calendar. */
    public String write(Calendar calendar) {
        return write(calendar, calendars.all(calendar.id()));
    }

    /** These events of it. */
    public String write(Calendar calendar, List<Event> events) {
        Account owner = accounts.byId(calendar.owner()).orElseThrow();
        EventFile.Host host = new EventFile.Host(owner.email(), owner.name().text());
        return EventFile.write(events, Optional.empty(), host, meetings::address);
    }

    /** As a reader may see them. */
    public String write(SeenCalendar seen) {
        List<Event> events =
                calendars.all(seen.calendar().id()).stream().map(seen::show).toList();
        return write(seen.calendar(), events);
    }

    /** What a file has for a calendar. */
    public EventReader.Found read(Account by, UUID calendar, String text) throws EventReader.UnreadableException {
        SeenCalendar seen = shares.seenBy(by, calendar)
                .filter(one -> one.may(Act.CHANGE))
                .orElseThrow(Planner.NotYoursException::new);
        Optional<MailAddress> owner = accounts.byId(seen.calendar().owner()).map(Account::email);
        return EventReader.read(text, calendar, owner, by.zone(), clock.instant());
    }

    /** Stores what was read; events that are there already take the state of the file, and keep their meeting and rooms. */
    public int store(Account by, UUID calendar, EventReader.Found found) {
        if (shares.seenBy(by, calendar).filter(seen -> seen.may(Act.CHANGE)).isEmpty()) {
            throw new Planner.NotYoursException();
        }
        for (Event event : found.events()) {
            Event merged = merged(event);
            calendars.store(merged);
            rooms.keep(by, merged);
        }
        return found.events().size();
    }

    /** The event as it is read, with the id, the meeting, the rooms and the answers of the one that it is. */
    public Event merged(Event read) {
        return calendars.byUid(read.calendar(), read.uid()).stream()
                .filter(known -> known.instead().equals(read.instead()))
                .findFirst()
                .map(known -> new Event(
                        known.id(),
                        known.calendar(),
                        known.uid(),
                        read.details().colouredLike(known.details()),
                        read.time(),
                        read.repetition(),
                        read.instead(),
                        known.meeting(),
                        withAccounts(read.guests(), known.guests()),
                        known.rooms(),
                        Math.max(known.sequence(), read.sequence()),
                        read.changedAt()))
                .orElseGet(() -> read.withGuests(withAccounts(read.guests(), List.of())));
    }

    private List<Guest> withAccounts(List<Guest> read, List<Guest> known) {
        return read.stream()
                .map(guest -> known.stream()
                        .filter(old -> old.email().equals(guest.email()))
                        .findFirst()
                        .map(old -> old.withNeeded(guest.needed()))
                        .orElse(guest))
                .toList();
    }
}
