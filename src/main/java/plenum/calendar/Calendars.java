package plenum.calendar;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.mail.MailAddress;
import plenum.platform.SecretToken;

/** All calendars and events. Blocks on the database; each call is a transaction, or part of the caller's. */
public interface Calendars {
    /** A person's own, the oldest first. */
    List<Calendar> of(UUID account);

    Optional<Calendar> calendar(UUID id);

    void store(Calendar calendar);

    /** With its events. */
    void delete(UUID calendar);

    /** Those that can take place in a span: single ones that overlap it, and series that begin before its end and are not over at its start. */
    List<Event> events(Collection<UUID> calendars, EventTime.Interval span, int most);

    /** Those of others that somebody is invited to, and has not declined. */
    List<Event> invitedTo(MailAddress email, EventTime.Interval span, int most);

    /** Which starts of series other events replace, by the id of the series. */
    Map<UUID, Set<LocalDateTime>> replaced(Collection<UUID> series);

    /** All of a calendar. */
    List<Event> all(UUID calendar);

    Optional<Event> event(UUID id);

    /** The series, or single event, and those that replace one of its starts. */
    List<Event> byUid(UUID calendar, String uid);

    /** Events of a UID that somebody is invited to: the series, or the single event, and those that replace one of its starts. */
    List<Event> invited(String uid, MailAddress guest);

    /** Stores an event with its guests; answers of guests who are in it already stay as they are given. */
    void store(Event event);

    void delete(Event event);

    void answered(UUID event, MailAddress guest, Answer answer);

    /** A link by which a guest answers; it works for as long as they are invited. */
    void addLink(Invitation invitation, byte[] tokenHash);

    /** Which invitation a link belongs to. */
    Optional<Invitation> invitation(SecretToken token);

    /** The secret of a calendar's feed; empty to take it away. */
    void setFeed(UUID calendar, Optional<byte[]> hash);

    boolean hasFeed(UUID calendar);

    Optional<Calendar> byFeed(SecretToken token);

    record Invitation(UUID event, MailAddress guest) {}
}
