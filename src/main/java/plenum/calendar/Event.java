package plenum.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.calendar.EventTime.Interval;
import plenum.meeting.MeetingLetters;

/**
 * Something that takes place, once or repeatedly.
 *
 * @param calendar in which it is kept; its owner is the organiser
 * @param uid what all calendars of the world know it by (RFC 5545 section 3.8.4.7)
 * @param repetition empty when it takes place once
 * @param instead of which start of the series with the same uid this is kept; empty for the series itself and for single events
 * @param rooms and things that it takes
 * @param sequence how often something changed that guests have to know (RFC 5545 section 3.8.7.4)
 */
public record Event(
        UUID id,
        UUID calendar,
        String uid,
        Details details,
        EventTime time,
        Optional<Repetition> repetition,
        Optional<LocalDateTime> instead,
        Optional<MeetingLetters> meeting,
        List<Guest> guests,
        Set<UUID> rooms,
        int sequence,
        Instant changedAt) {
    public static final int MOST_GUESTS = 300;
    public static final int MOST_ROOMS = 10;

    public Event {
        guests = List.copyOf(guests);
        rooms = Set.copyOf(rooms);
        if (guests.size() > MOST_GUESTS || rooms.size() > MOST_ROOMS) {
            throw new IllegalArgumentException("too many guests or rooms");
        }
    }

    /** Without rooms. */
    public Event(
            UUID id,
            UUID calendar,
            String uid,
            Details details,
            EventTime time,
            Optional<Repetition> repetition,
            Optional<LocalDateTime> instead,
            Optional<MeetingLetters> meeting,
            List<Guest> guests,
            int sequence,
            Instant changedAt) {
        this(id, calendar, uid, details, time, repetition, instead, meeting, guests, Set.of(), sequence, changedAt);
    }

    /**
     * What it is about.
     *
     * @param busy whether its owner has no time for others then
     * @param hidden whether those who may see the calendar see only that its owner is busy
     * @param reminders on pages: how long before the start
     * @param mails reminders by mail: how long before the start
     * @param colour of its own; empty: that of its calendar
     */
    public record Details(
            String title,
            String description,
            String place,
            boolean busy,
            boolean hidden,
            List<Duration> reminders,
            List<Duration> mails,
            Optional<Calendar.Colour> colour) {
        public static final int LONGEST_TITLE = 200;
        public static final int LONGEST_DESCRIPTION = 8000;
        public static final int LONGEST_PLACE = 300;
        public static final int MOST_REMINDERS = 5;

        public Details {
            reminders = reminders.stream().distinct().sorted().toList();
            mails = mails.stream().distinct().sorted().toList();
            if (title.isBlank()
                    || title.length() > LONGEST_TITLE
                    || description.length() > LONGEST_DESCRIPTION
                    || place.length() > LONGEST_PLACE
                    || reminders.size() > MOST_REMINDERS
                    || mails.size() > MOST_REMINDERS) {
                throw new IllegalArgumentException("an event's text is too long or missing");
            }
        }

        /** With the colour of another state, where it has none of its own: many programs know no colours and leave them out. */
        Details colouredLike(Details other) {
            return colour.isPresent()
                    ? this
                    : new Details(title, description, place, busy, hidden, reminders, mails, other.colour);
        }

        /** In the colour of its calendar. */
        public Details(
                String title,
                String description,
                String place,
                boolean busy,
                boolean hidden,
                List<Duration> reminders,
                List<Duration> mails) {
            this(title, description, place, busy, hidden, reminders, mails, Optional.empty());
        }

        /** And without reminders by mail. */
        public Details(
                String title,
                String description,
                String place,
                boolean busy,
                boolean hidden,
                List<Duration> reminders) {
            this(title, description, place, busy, hidden, reminders, List.of());
        }
    }

    /** When it takes place within a span, in order. */
    public List<EventTime> occurrences(Interval span) {
        return repetition
                .map(rule -> rule.starts(time, span).stream().map(time::at).toList())
                .orElseGet(() -> time.interval().overlaps(span) ? List.of(time) : List.of());
    }

    /** One time of a series as an event of its own, which replaces that time. */
    Event occurrence(UUID other, LocalDateTime start) {
        return as(other, uid).withTime(time.at(start)).insteadOf(calendar, uid, start);
    }

    /** Whether it takes place at other times than before, so that answers do not hold: that a series ends sooner or leaves out a time moves nothing. */
    boolean isMovedFrom(Event before) {
        boolean samePattern = repetition.isPresent() && before.repetition.isPresent()
                ? repetition.get().isPatternOf(before.repetition.get())
                : repetition.equals(before.repetition);
        return !time.equals(before.time) || !samePattern;
    }

    /** Whether guests have to be told that this became of the other. */
    public boolean differsForGuests(Event before) {
        return !time.equals(before.time)
                || !uid.equals(before.uid)
                || !instead.equals(before.instead)
                || !repetition.equals(before.repetition)
                || !details.title().equals(before.details.title())
                || !details.place().equals(before.details.place())
                || !details.description().equals(before.details.description())
                || !Objects.equals(meeting, before.meeting);
    }

    public Event withGuests(List<Guest> others) {
        return new Event(
                id, calendar, uid, details, time, repetition, instead, meeting, others, rooms, sequence, changedAt);
    }

    public Event withRooms(Set<UUID> others) {
        return new Event(
                id, calendar, uid, details, time, repetition, instead, meeting, guests, others, sequence, changedAt);
    }

    public Event withMeeting(Optional<MeetingLetters> other) {
        return new Event(
                id, calendar, uid, details, time, repetition, instead, other, guests, rooms, sequence, changedAt);
    }

    Event withCalendar(UUID other) {
        return new Event(
                id, other, uid, details, time, repetition, instead, meeting, guests, rooms, sequence, changedAt);
    }

    public Event withTime(EventTime other) {
        return new Event(
                id, calendar, uid, details, other, repetition, instead, meeting, guests, rooms, sequence, changedAt);
    }

    /** As an event that is known by another id and UID, and replaces nothing. */
    Event as(UUID otherId, String otherUid) {
        return new Event(
                otherId,
                calendar,
                otherUid,
                details,
                time,
                repetition,
                Optional.empty(),
                meeting,
                guests,
                rooms,
                sequence,
                changedAt);
    }

    /** As the one that replaces a start of a series. */
    Event insteadOf(UUID seriesCalendar, String seriesUid, LocalDateTime start) {
        return new Event(
                id,
                seriesCalendar,
                seriesUid,
                details,
                time,
                Optional.empty(),
                Optional.of(start),
                meeting,
                guests,
                rooms,
                sequence,
                changedAt);
    }

    public Event withRepetition(Optional<Repetition> other) {
        return new Event(id, calendar, uid, details, time, other, instead, meeting, guests, rooms, sequence, changedAt);
    }

    /** For those who know when it is and nothing else. */
    Event veiled() {
        Details nothing = new Details("–", "", "", details.busy(), true, List.of());
        return new Event(
                id,
                calendar,
                uid,
                nothing,
                time,
                repetition,
                instead,
                Optional.empty(),
                List.of(),
                sequence,
                changedAt);
    }

    Event changed(int newSequence, Instant now) {
        return new Event(
                id, calendar, uid, details, time, repetition, instead, meeting, guests, rooms, newSequence, now);
    }

    /** Titles stay out of logs. */
    @Override
    public String toString() {
        return "event " + id;
    }
}
