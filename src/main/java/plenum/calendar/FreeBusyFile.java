package plenum.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import plenum.calendar.EventTime.Interval;
import plenum.mail.MailAddress;

/** The question when people have no time, and the answer for one of them (RFC 5546 section 3.3). */
public final class FreeBusyFile {
    /** What a program may ask for at once. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final int MOST_ATTENDEES = 100;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private FreeBusyFile() {}

    /**
     * A question.
     *
     * @param attendees whose times are asked for, as their addresses are written
     */
    public record Asked(String uid, MailAddress organiser, List<String> attendees, Interval span) {}

    /** Empty when it is no such question, or asks for too much. */
    public static Optional<Asked> read(String text) {
        try {
            net.fortuna.ical4j.model.Calendar file = EventReader.parse(text);
            boolean request = file.getProperty(Property.METHOD)
                    .filter(method -> method.getValue().equals("REQUEST"))
                    .isPresent();
            List<? extends Component> parts = file.getComponentList().getAll().stream()
                    .filter(one -> one.getName().equals(Component.VFREEBUSY))
                    .toList();
            if (!request || parts.size() != 1) {
                return Optional.empty();
            }
            Component part = parts.getFirst();
            List<String> attendees = part.getProperties(Property.ATTENDEE).stream()
                    .map(Property::getValue)
                    .toList();
            Interval span = new Interval(
                    instant(EventParts.value(part, Property.DTSTART)), instant(EventParts.value(part, Property.DTEND)));
            boolean fit = !attendees.isEmpty()
                    && attendees.size() <= MOST_ATTENDEES
                    && Duration.between(span.start(), span.end()).compareTo(LONGEST) <= 0;
            return EventParts.address(EventParts.value(part, Property.ORGANIZER))
                    .filter(known -> fit)
                    .map(known -> new Asked(EventParts.value(part, Property.UID), known, attendees, span));
        } catch (EventReader.UnreadableException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text, STAMP).toInstant(ZoneOffset.UTC);
    }

    /** The answer for one attendee. */
    public static String write(Asked asked, MailAddress attendee, List<Interval> busy, Instant now) {
        StringBuilder file = new StringBuilder();
        List<String> head = List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:" + EventFile.PRODUCT,
                "METHOD:REPLY",
                "BEGIN:VFREEBUSY",
                "UID:" + asked.uid().replaceAll("[\\r\\n]", ""),
                "DTSTAMP:" + stamp(now),
                "DTSTART:" + stamp(asked.span().start()),
                "DTEND:" + stamp(asked.span().end()),
                "ORGANIZER:mailto:" + asked.organiser(),
                "ATTENDEE:mailto:" + attendee);
        head.forEach(line -> add(file, line));
        busy.forEach(span -> add(file, "FREEBUSY;FBTYPE=BUSY:" + stamp(span.start()) + "/" + stamp(span.end())));
        add(file, "END:VFREEBUSY");
        add(file, "END:VCALENDAR");
        return file.toString();
    }

    private static String stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).format(STAMP);
    }

    /** Lines have at most 75 bytes (RFC 5545 section 3.1); all of these are in ASCII but what came from outside. */
    private static void add(StringBuilder file, String line) {
        String rest = line;
        while (rest.length() > 70) {
            file.append(rest, 0, 70).append("\r\n ");
            rest = rest.substring(70);
        }
        file.append(rest).append("\r\n");
    }
}
