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

    /** Which of a series is changed. */
    public enum Extent {
        THIS,
        FOLLOWING,
        ALL
    }

    /** The calendar belongs to somebody else, or is gone. */
    public static final class NotYoursException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Stores a new event or another state of one; answers are kept, unless it takes place at another time.
     *
     * @throws plenum.booking.RefusedBookingException when a room of it cannot be had; nothing is stored then
     */
    public Event save(Account by, Event wanted) {
        Account organiser = require(by, wanted.calendar());
        Optional<Event> before = calendars.event(wanted.id());
        before.ifPresent(old -> require(by, old.calendar()));
        boolean news = before.map(wanted::differsForGuests).orElse(true);
        boolean moved = before.map(old ->
                        !old.time().equals(wanted.time()) || !old.repetition().equals(wanted.repetition()))
                .orElse(false);
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

    private static List<Guest> guests(Event event, java.util.function.Predicate<Guest> which) {
        return event.guests().stream().filter(which).toList();
    }

    private static Set<MailAddress> addresses(List<Guest> guests) {
        return guests.stream().map(Guest::email).collect(Collectors.toSet());
    }

    /**
     * Stores another state of a part of a series.
     *
     * @param start of the one that was changed, as the series has it
     */
    public Event save(Account by, Event series, LocalDateTime start, Event wanted, Extent extent) {
        require(by, series.calendar());
        Repetition rule = series.repetition().orElseThrow();
        return switch (extent) {
            case ALL -> save(by, wanted.withTime(moved(series, start, wanted)));
            case THIS -> withFilesOf(series, save(by, alone(series, start, wanted)));
            case FOLLOWING -> {
                if (start.equals(series.time().start())) {
                    yield save(by, wanted);
                }
                save(by, series.withRepetition(Optional.of(rule.endingBefore(start))));
                UUID id = UUID.randomUUID();
                Event following = copy(wanted, id, id.toString(), wanted.repetition(), Optional.empty());
                yield withFilesOf(series, save(by, following));
            }
        };
    }

    private Event withFilesOf(Event series, Event part) {
        attachments.copy(series.id(), part.id());
        return part;
    }

    /** The whole series moves by as much as the one that was changed. */
    private static EventTime moved(Event series, LocalDateTime start, Event wanted) {
        java.time.Duration by = java.time.Duration.between(start, wanted.time().start());
        return wanted.time().at(series.time().start().plus(by));
    }

    private static Event alone(Event series, LocalDateTime start, Event wanted) {
        return copy(wanted, UUID.randomUUID(), series.uid(), Optional.empty(), Optional.of(start));
    }

    private static Event copy(
            Event event, UUID id, String uid, Optional<Repetition> repetition, Optional<LocalDateTime> instead) {
        return new Event(
                id,
                event.calendar(),
                uid,
                event.details(),
                event.time(),
                repetition,
                instead,
                event.meeting(),
                event.guests(),
                event.rooms(),
                0,
                event.changedAt());
    }

    /** Deletes an event and tells its guests; of a series, all of it. */
    public void delete(Account by, Event event) {
        Account organiser = require(by, event.calendar());
        List<Event> all = event.instead().isEmpty() ? calendars.byUid(event.calendar(), event.uid()) : List.of(event);
        event.instead().ifPresent(start -> leaveOut(event, start));
        for (Event each : all) {
            calendars.delete(each);
            invitations.tell(
                    News.CANCELLED, each.changed(each.sequence() + 1, clock.instant()), organiser, each.guests());
        }
    }

    /** One that replaces a start of its series takes this start with it. */
    private void leaveOut(Event replacing, LocalDateTime start) {
        calendars.byUid(replacing.calendar(), replacing.uid()).stream()
                .filter(series -> series.repetition().isPresent())
                .map(series -> series.withRepetition(series.repetition().map(rule -> rule.without(start))))
                .forEach(calendars::store);
    }

    /** Deletes a part of a series. */
    public void delete(Account by, Event series, LocalDateTime start, Extent extent) {
        Repetition rule = series.repetition().orElseThrow();
        switch (extent) {
            case ALL -> delete(by, series);
            case THIS -> save(by, series.withRepetition(Optional.of(rule.without(start))));
            case FOLLOWING -> {
                if (start.equals(series.time().start())) {
                    delete(by, series);
                } else {
                    save(by, series.withRepetition(Optional.of(rule.endingBefore(start))));
                }
            }
        }
    }

    /** What a guest says; the organiser sees it at once. */
    public void answer(Calendars.Invitation invitation, Answer answer) {
        calendars.answered(invitation.event(), invitation.guest(), answer);
    }

    /** Guests are told in the name of whoever owns the calendar. */
    private Account require(Account by, UUID calendar) {
        UUID owner = shares.seenBy(by, calendar)
                .filter(seen -> seen.may(Act.CHANGE))
                .map(seen -> seen.calendar().owner())
                .orElseThrow(NotYoursException::new);
        return owner.equals(by.id()) ? by : accounts.byId(owner).orElse(by);
    }
}
