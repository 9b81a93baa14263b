package plenum.protocol;

import java.util.List;

/** The messages of the socket of somebody who is signed in, which each of their pages has. */
public interface PersonMessages {

    /** A message of a page. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /**
     * A reminder is put away: a page says so, and then all pages of this person are told.
     *
     * @param event id of the event
     * @param start when it begins, an instant as in {@link Reminder}
     */
    @Needs(Permission.OWN)
    @Rate(burst = 20, perMinute = 60)
    record Seen(String event, String start) implements Ask, Told {}

    /** All that the person is to be reminded of; takes the place of what was told before. */
    record Reminders(List<Reminder> list) implements Told {}

    /**
     * What takes place on the rest of the person's day; takes the place of what was told before.
     *
     * @param until the instant at which that day ends in their time zone
     */
    record Today(List<TodayEvent> events, String until) implements Told {}

    /**
     * A reminder, with texts in the person's language.
     *
     * @param event id
     * @param start when the event begins, an instant such as {@code 2026-12-07T09:00:00Z}
     * @param words the same by the person's clock
     * @param meeting where one joins; empty without a meeting
     */
    record Reminder(String event, String title, String start, String words, String meeting) {}

    /**
     * One time of an event.
     *
     * @param event id
     * @param start an instant
     * @param end an instant
     * @param time both by the person's clock; empty for whole days
     * @param meeting where one joins; empty without a meeting
     */
    record TodayEvent(String event, String start, String end, String time, String title, String meeting) {}
}
