package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.calendar.Access.Act;
import plenum.calendar.Invitations.News;
import plenum.mail.MailAddress;

/**
 * Changes events in the name of their organiser, and tells guests what they have to know: nobody gets a mail about what does not concern them.
 * Whoever may not change what is in a calendar gets {@link NotYoursException}.
 */
@ApplicationScoped
@Transactional
public class Planner {
    @Inject
    Calendars calendars;

    @Inject
    CalendarShares shares;

    @Inject
    Accounts accounts;

    @Inject
    EventRooms rooms;

    @Inject
    Proposals proposals;

    @Inject
    Attachments attachments;

    @Inject
    Invitations invitations;

    @Inject
    InstantSource clock;

    /** The calendar belongs to somebody else, or is gone. */
    public static final class NotYoursException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Stores a new event or another state of one; answers are kept, unless it takes place at another time. What replaces one time of a series begins as that time was.
     *
     * @throws plenum.booking.RefusedBookingException when a room of it cannot be had; nothing is stored then
     */
    public Event save(Account by, Event wanted) {
        Optional<Event> stored = calendars.event(wanted.id());
        stored.ifPresent(old -> require(by, old.calendar()));
        return save(by, wanted, stored.or(() -> replacedBy(wanted)));
    }

    private Optional<Event> replacedBy(Event event) {
        return event.instead().flatMap(start -> calendars.byUid(event.calendar(), event.uid()).stream()
                .filter(other -> other.repetition().isPresent())
                .findFirst()
                .map(series -> series.occurrence(event.id(), start)));
    }

    /** @param before what its guests know of it */
    Event save(Account by, Event wanted, Optional<Event> before) {
        Account organiser = require(by, wanted.calendar());
        boolean news = before.map(wanted::differsForGuests).orElse(true);
        boolean moved = before.map(wanted::isMovedFrom).orElse(false);
        List<Guest> guests = wanted.guests().stream()
                .map(guest -> guest.with(moved ? Answer.NONE : answerBefore(before, guest)))
                .toList();
        int sequence = before.map(old -> old.sequence() + (news ? 1 : 0)).orElse(0);
        Event event = wanted.withGuests(guests).changed(sequence, clock.instant());
        calendars.store(event);
        if (moved) {
            proposals.forget(event.id());
        }
        rooms.keep(by, event);
        tell(organiser, before, event, news);
        return event;
    }

    private static Answer answerBefore(Optional<Event> before, Guest guest) {
        return before.stream()
                .flatMap(old -> old.guests().stream())
                .filter(old -> old.email().equals(guest.email()))
                .map(Guest::answer)
                .findFirst()
                .orElse(Answer.NONE);
    }

    private void tell(Account organiser, Optional<Event> before, Event event, boolean news) {
        Set<MailAddress> invited = addresses(before.map(Event::guests).orElse(List.of()));
        Set<MailAddress> now = addresses(event.guests());
        invitations.tell(News.INVITED, event, organiser, guests(event, guest -> !invited.contains(guest.email())));
        if (news) {
            invitations.tell(News.CHANGED, event, organiser, guests(event, guest -> invited.contains(guest.email())));
        }
        before.ifPresent(old -> invitations.tell(
                News.CANCELLED,
                old.changed(event.sequence(), clock.instant()),
                organiser,
                guests(old, guest -> !now.contains(guest.email()))));
    }

    private static List<Guest> guests(Event event, Predicate<Guest> which) {
        return event.guests().stream().filter(which).toList();
    }

    private static Set<MailAddress> addresses(List<Guest> guests) {
        return guests.stream().map(Guest::email).collect(Collectors.toSet());
    }

    /** Deletes an event and tells its guests; of a series, all of it. */
    public void delete(Account by, Event event) {
        Account organiser = require(by, event.calendar());
        List<Event> all = event.instead().isEmpty() ? calendars.byUid(event.calendar(), event.uid()) : List.of(event);
        event.instead().ifPresent(start -> leaveOut(event, start));
        Set<MailAddress> told = addresses(event.guests());
        for (Event each : all) {
            boolean other = !each.id().equals(event.id());
            calendars.delete(each);
            // that a series is cancelled says so of all its times
            cancel(organiser, each, guest -> !other || !told.contains(guest.email()));
        }
    }

    /** Tells some of its guests that an event does not take place. */
    void cancel(Account organiser, Event event, Predicate<Guest> who) {
        Event cancelled = event.changed(event.sequence() + 1, clock.instant());
        invitations.tell(News.CANCELLED, cancelled, organiser, guests(event, who));
    }

    /** One that replaces a start of its series takes this start with it. */
    private void leaveOut(Event replacing, LocalDateTime start) {
        calendars.byUid(replacing.calendar(), replacing.uid()).stream()
                .filter(series -> series.repetition().isPresent())
                .map(series -> series.withRepetition(series.repetition().map(rule -> rule.without(start))))
                .forEach(calendars::store);
    }

    /** What a guest says; the organiser sees it at once. */
    public void answer(Calendars.Invitation invitation, Answer answer) {
        calendars.answered(invitation.event(), invitation.guest(), answer);
    }

    /** Guests are told in the name of whoever owns the calendar. */
    Account require(Account by, UUID calendar) {
        UUID owner = shares.seenBy(by, calendar)
                .filter(seen -> seen.may(Act.CHANGE))
                .map(seen -> seen.calendar().owner())
                .orElseThrow(NotYoursException::new);
        return owner.equals(by.id()) ? by : accounts.byId(owner).orElse(by);
    }
}
