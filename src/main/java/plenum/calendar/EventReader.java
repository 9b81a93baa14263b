package plenum.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import plenum.mail.MailAddress;

/**
 * Reads events from iCalendar (RFC 5545): files, mails, and what programs store by CalDAV. What is no event here (tasks, journals, rules that
 * repeat within a day) is counted and left out; texts that are too long are cut.
 */
public final class EventReader {
    /** Of a file. */
    public static final int LONGEST = 5_000_000;

    private static final int MOST_EVENTS = 5000;
    private static final int MOST_EXTRA = 500;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final UUID calendar;
    private final Optional<MailAddress> owner;
    private final ZoneId usual;
    private final Instant now;
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<UUID, LocalDate> replacedDays = new HashMap<>();
    private final Map<String, List<LocalDateTime>> cancelled = new HashMap<>();
    private int left;

    /**
     * What was in it.
     *
     * @param left how many parts are no events here
     * @param method such as {@code REPLY}; empty in a file
     */
    public record Found(List<Event> events, int left, Optional<String> method) {}

    /** It is no iCalendar. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String why) {
            super(why);
        }
    }

    private EventReader(UUID calendar, Optional<MailAddress> owner, ZoneId usual, Instant now) {
        this.calendar = calendar;
        this.owner = owner;
        this.usual = usual;
        this.now = now;
    }

    /**
     * Reads all events.
     *
     * @param calendar that they are for
     * @param owner of that calendar: guests of events that somebody else organises are not theirs to tell, and are left out
     * @param usual zone of times that name none
     */
    public static Found read(String text, UUID calendar, Optional<MailAddress> owner, ZoneId usual, Instant now)
            throws UnreadableException {
        net.fortuna.ical4j.model.Calendar file = parse(text);
        EventReader reader = new EventReader(calendar, owner, usual, now);
        reader.readZones(file);
        for (Component part : file.getComponentList().getAll()) {
            if (part instanceof VEvent event && reader.events.size() < MOST_EVENTS) {
                reader.readEvent(event);
            } else if (!part.getName().equals(Component.VTIMEZONE)) {
                reader.left++;
            }
        }
        Optional<String> method = file.getProperty(Property.METHOD).map(Property::getValue);
        return new Found(reader.withoutCancelled(), reader.left, method);
    }

    /** The day or the moment at which a time of a series begins that a part is about (RFC 5545 section 3.8.4.4); empty when it is about all of it. */
    static Optional<Temporal> recurrence(
            net.fortuna.ical4j.model.Calendar file, Component part, ZoneId usual, Instant now) {
        EventReader reader = new EventReader(new UUID(0, 0), Optional.empty(), usual, now);
        reader.readZones(file);
        return part.getProperty(Property.RECURRENCE_ID)
                .map(property -> property.getValue().length() == 8
                        ? day(property.getValue())
                        : reader.local(property, property.getValue(), ZoneOffset.UTC)
                                .toInstant(ZoneOffset.UTC));
    }

    static net.fortuna.ical4j.model.Calendar parse(String text) throws UnreadableException {
        if (text.length() > LONGEST || !text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            throw new UnreadableException("no calendar");
        }
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException | RuntimeException e) {
            throw new UnreadableException("no calendar that can be read");
        }
    }

    /** Names that Java does not know are those of a zone's own description. */
    private void readZones(net.fortuna.ical4j.model.Calendar file) {
        int year = file.getComponentList().getAll().stream()
                .filter(part -> part instanceof VEvent)
                .map(part -> EventParts.value(part, Property.DTSTART))
                .filter(start -> start.matches("[12]\\d{7}.*"))
                .map(start -> Integer.parseInt(start.substring(0, 4)))
                .findFirst()
                .orElseGet(() -> now.atZone(usual).getYear());
        file.getComponents(Component.VTIMEZONE).forEach(zone -> {
            String name = EventParts.value(zone, Property.TZID);
            zones.put(
                    name.replace("\\,", ","),
                    zone(name)
                            .or(() -> zone(EventParts.value(zone, "X-LIC-LOCATION")))
                            .orElseGet(() -> zone instanceof VTimeZone described
                                    ? ZoneMatch.of(described, year, usual)
                                    : usual));
        });
    }

    private static Optional<ZoneId> zone(String name) {
        Optional<ZoneId> known = ofName(name);
        return known.isPresent() ? known : ZoneNames.ofWindows(name).flatMap(EventReader::ofName);
    }

    private static Optional<ZoneId> ofName(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void readEvent(VEvent part) {
        try {
            EventTime time = time(part);
            String uid = Optional.of(EventParts.value(part, Property.UID))
                    .filter(text -> !text.isBlank() && text.length() <= 255)
                    .orElseGet(() -> UUID.randomUUID().toString());
            Optional<LocalDateTime> instead = part.getProperty(Property.RECURRENCE_ID)
                    .map(property -> local(property, property.getValue(), time.zone()));
            if (EventParts.value(part, Property.STATUS).equals("CANCELLED")) {
                instead.ifPresent(start ->
                        cancelled.computeIfAbsent(uid, key -> new ArrayList<>()).add(start));
                return;
            }
            Optional<Repetition> repetition = repetition(part, time);
            Event event = new Event(
                    UUID.randomUUID(),
                    calendar,
                    uid,
                    EventParts.details(part),
                    time,
                    repetition,
                    instead,
                    Optional.empty(),
                    isOurs(part) ? EventParts.guests(part) : List.of(),
                    EventParts.sequence(part),
                    now);
            part.getProperty(Property.RECURRENCE_ID)
                    .ifPresent(property -> replacedDays.put(event.id(), day(property.getValue())));
            events.add(event);
            extra(part, event).forEach(events::add);
        } catch (DateTimeException | IllegalArgumentException e) {
            left++;
        }
    }

    private boolean isOurs(VEvent part) {
        Optional<MailAddress> organiser = EventParts.address(EventParts.value(part, Property.ORGANIZER));
        return organiser.isPresent() && organiser.equals(owner);
    }

    private EventTime time(VEvent part) {
        Property start = part.getProperty(Property.DTSTART)
                .orElseThrow(() -> new IllegalArgumentException("an event without a start"));
        ZoneId zone = zoneOf(start);
        if (start.getValue().length() == 8) {
            LocalDate first = LocalDate.parse(start.getValue(), DateTimeFormatter.BASIC_ISO_DATE);
            long days = part.getProperty(Property.DTEND)
                    .map(end -> ChronoUnit.DAYS.between(
                            first, local(end, end.getValue(), zone).toLocalDate()))
                    .orElseGet(() -> duration(part).map(Duration::toDays).orElse(1L));
            return EventTime.days(first, first.plusDays(Math.max(days, 1) - 1), zone);
        }
        LocalDateTime begin = local(start, start.getValue(), zone);
        Duration length = part.getProperty(Property.DTEND)
                .map(end -> Duration.between(
                        begin.atZone(zone), local(end, end.getValue(), zone).atZone(zone)))
                .or(() -> duration(part))
                .filter(Duration::isPositive)
                .orElse(Duration.ofMinutes(1));
        return new EventTime(begin, length, zone, false);
    }

    private static Optional<Duration> duration(VEvent part) {
        return part.getProperty(Property.DURATION).flatMap(property -> EventParts.span(property.getValue()));
    }

    private ZoneId zoneOf(Property property) {
        if (property.getValue().endsWith("Z")) {
            return ZoneId.of("UTC");
        }
        Optional<Parameter> named = property.getParameter(Parameter.TZID);
        return named.map(Parameter::getValue)
                .map(name -> Optional.ofNullable(zones.get(name))
                        .or(() -> zone(name))
                        .orElse(usual))
                .orElse(usual);
    }

    /** One value of a property, in the local time of a zone. */
    private LocalDateTime local(Property property, String value, ZoneId zone) {
        if (value.length() == 8) {
            return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay();
        }
        boolean utc = value.endsWith("Z");
        LocalDateTime read = LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, STAMP);
        ZoneId from = utc ? ZoneOffset.UTC : zoneOf(property);
        return read.atZone(from).withZoneSameInstant(zone).toLocalDateTime();
    }

    /** As it is written, in whichever zone. */
    private static LocalDate day(String value) {
        return LocalDate.parse(value.substring(0, Math.min(8, value.length())), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private Optional<Repetition> repetition(VEvent part, EventTime time) {
        List<Property> rules = part.getProperties(Property.RRULE);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        if (part.getProperty("EXRULE").isPresent()) {
            throw new IllegalArgumentException("rules of what is left out are not understood (RFC 5545 has none)");
        }
        Optional<Repetition> read = Repetition.parse(rules.getFirst().getValue(), time.zone());
        if (rules.size() > 1 || read.isEmpty()) {
            throw new IllegalArgumentException("a rule that is not understood");
        }
        Repetition repetition = read.get();
        for (Property except : part.getProperties(Property.EXDATE)) {
            for (String value : except.getValue().split(",", -1)) {
                LocalDateTime start = local(except, value, time.zone());
                if (time.wholeDays()) {
                    start = day(value).atStartOfDay();
                } else if (value.length() == 8) {
                    start = day(value).atTime(time.start().toLocalTime());
                }
                repetition = repetition.without(start);
            }
        }
        return Optional.of(repetition);
    }

    /** Further dates (RFC 5545 section 3.8.5.2) are events of their own. */
    private List<Event> extra(VEvent part, Event event) {
        List<Event> more = new ArrayList<>();
        for (Property dates : part.getProperties(Property.RDATE)) {
            Arrays.stream(dates.getValue().split(",", -1))
                    .limit(MOST_EXTRA)
                    .map(value -> value.split("/", -1))
                    .forEach(value -> {
                        LocalDateTime start =
                                local(dates, value[0], event.time().zone());
                        EventTime at = event.time()
                                .at(event.time().wholeDays() ? day(value[0]).atStartOfDay() : start);
                        if (at.equals(event.time())) {
                            return;
                        }
                        more.add(new Event(
                                UUID.randomUUID(),
                                calendar,
                                event.uid() + "-" + value[0],
                                event.details(),
                                at,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                event.guests(),
                                event.sequence(),
                                now));
                    });
        }
        return more;
    }

    /** A time of a series that is cancelled is an exception of it. */
    private List<Event> withoutCancelled() {
        Set<String> wholeDays = events.stream()
                .filter(event -> event.instead().isEmpty() && event.time().wholeDays())
                .map(Event::uid)
                .collect(Collectors.toSet());
        return events.stream()
                .map(event -> event.instead().isPresent()
                        ? onItsDay(event, wholeDays)
                        : cancelled.getOrDefault(event.uid(), List.of()).stream()
                                .reduce(
                                        event,
                                        (series, start) -> series.withRepetition(
                                                series.repetition().map(rule -> rule.without(start))),
                                        (a, b) -> b))
                .toList();
    }

    /** One time of a series of whole days is known by its day, also where a program writes it as a time. */
    private Event onItsDay(Event event, Set<String> wholeDays) {
        LocalDate day = replacedDays.get(event.id());
        return day == null || !wholeDays.contains(event.uid())
                ? event
                : new Event(
                        event.id(),
                        event.calendar(),
                        event.uid(),
                        event.details(),
                        event.time(),
                        event.repetition(),
                        Optional.of(day.atStartOfDay()),
                        event.meeting(),
                        event.guests(),
                        event.sequence(),
                        event.changedAt());
    }
}
