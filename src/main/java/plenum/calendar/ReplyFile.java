package plenum.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import plenum.mail.MailAddress;

/**
 * What a mail program says to an invitation (RFC 5546 sections 3.2.3 and 3.2.7).
 *
 * @param sequence of the invitation that it answers; empty when it does not say
 * @param part the day or the moment at which the time of a series begins that it answers; empty when it answers all of it
 * @param proposed another time; with {@code METHOD:COUNTER} alone
 */
record ReplyFile(
        String uid,
        Optional<Integer> sequence,
        Optional<Temporal> part,
        Guest attendee,
        Optional<EventTime> proposed,
        String words) {
    /** @param usual zone of times that name none */
    static Optional<ReplyFile> read(String text, ZoneId usual, Instant now) {
        try {
            net.fortuna.ical4j.model.Calendar file = EventReader.parse(text);
            String method = file.getProperty(Property.METHOD)
                    .map(Property::getValue)
                    .orElse("")
                    .toUpperCase(Locale.ROOT);
            List<CalendarComponent> parts = file.getComponents(Component.VEVENT);
            if (parts.size() != 1 || !(method.equals("REPLY") || method.equals("COUNTER"))) {
                return Optional.empty();
            }
            Component part = parts.getFirst();
            List<Guest> attendees = EventParts.guests(part);
            String uid = EventParts.value(part, Property.UID);
            if (attendees.size() != 1 || uid.isBlank()) {
                return Optional.empty();
            }
            String sequence = EventParts.value(part, Property.SEQUENCE);
            Optional<EventTime> time = method.equals("COUNTER")
                    ? EventReader.read(text, new UUID(0, 0), Optional.empty(), usual, now).events().stream()
                            .findFirst()
                            .map(Event::time)
                    : Optional.empty();
            String words = EventParts.value(part, Property.COMMENT).strip();
            return Optional.of(new ReplyFile(
                    uid,
                    sequence.matches("\\d{1,8}") ? Optional.of(Integer.parseInt(sequence)) : Optional.empty(),
                    EventReader.recurrence(file, part, usual, now),
                    attendees.getFirst(),
                    time,
                    words.substring(0, Math.min(words.length(), Proposals.LONGEST_WORDS))));
        } catch (EventReader.UnreadableException e) {
            return Optional.empty();
        }
    }

    /** Whether it is about an event: the whole of it, or the one that replaces the time it answers, or the series of that time. */
    boolean isAbout(Event event) {
        return start(event.time())
                .map(start -> event.instead().map(start::equals).orElseGet(() -> event.repetition()
                        .isPresent()))
                .orElseGet(() -> event.instead().isEmpty());
    }

    /** The start that it answers, by the clock of the series; empty when it answers all of it. */
    Optional<LocalDateTime> start(EventTime series) {
        return part.map(start -> start instanceof LocalDate day
                ? day.atTime(series.start().toLocalTime())
                : Instant.from(start).atZone(series.zone()).toLocalDateTime());
    }

    MailAddress from() {
        return attendee.email();
    }
}
