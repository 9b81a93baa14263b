package plenum.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
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
        file.getComponents(Component.VTIMEZONE).forEach(zone -> {
            String name = value(zone, Property.TZID);
            zones.put(
                    name,
                    zone(name).or(() -> zone(value(zone, "X-LIC-LOCATION"))).orElse(usual));
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
            String uid = Optional.of(value(part, Property.UID))
                    .filter(text -> !text.isBlank() && text.length() <= 255)
                    .orElseGet(() -> UUID.randomUUID().toString());
            Optional<LocalDateTime> instead = part.getProperty(Property.RECURRENCE_ID)
                    .map(property -> local(property, property.getValue(), time.zone()));
            if (value(part, Property.STATUS).equals("CANCELLED")) {
                instead.ifPresent(start ->
                        cancelled.computeIfAbsent(uid, key -> new ArrayList<>()).add(start));
                return;
            }
            Optional<Repetition> repetition = repetition(part, time);
            Event event = new Event(
                    UUID.randomUUID(),
                    calendar,
                    uid,
                    details(part),
                    time,
                    repetition,
                    instead,
                    Optional.empty(),
                    isOurs(part) ? guests(part) : List.of(),
                    sequence(part),
                    now);
            events.add(event);
            extra(part, event).forEach(events::add);
        } catch (DateTimeException | IllegalArgumentException e) {
            left++;
        }
    }

    private boolean isOurs(VEvent part) {
        Optional<MailAddress> organiser = address(value(part, Property.ORGANIZER));
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
        return part.getProperty(Property.DURATION).flatMap(property -> span(property.getValue()));
    }

    /** Weeks and days count as 24 hours each; a sign is kept. */
    static Optional<Duration> span(String text) {
        String plain = text.replaceFirst("^[+-]", "");
        try {
            Duration length;
            if (plain.endsWith("W")) {
                length = Duration.ofDays(Period.parse(plain).getDays());
            } else {
                length = Duration.parse(plain);
            }
            return Optional.of(text.startsWith("-") ? length.negated() : length);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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

    private Optional<Repetition> repetition(VEvent part, EventTime time) {
        List<Property> rules = part.getProperties(Property.RRULE);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Optional<Repetition> read = Repetition.parse(rules.getFirst().getValue(), time.zone());
        if (rules.size() > 1 || read.isEmpty()) {
            throw new IllegalArgumentException("a rule that is not understood");
        }
        Repetition repetition = read.get();
        for (Property except : part.getProperties(Property.EXDATE)) {
            for (String value : except.getValue().split(",", -1)) {
                LocalDateTime start = local(except, value, time.zone());
                repetition = repetition.without(
                        value.length() == 8
                                ? start.toLocalDate().atTime(time.start().toLocalTime())
                                : start);
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
                        EventTime at = event.time()
                                .at(local(dates, value[0], event.time().zone()));
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

    private static Event.Details details(VEvent part) {
        List<Duration> shown = new ArrayList<>();
        List<Duration> mails = new ArrayList<>();
        for (Component alarm : part.getAlarms()) {
            Optional<Duration> before = alarm.getProperty(Property.TRIGGER)
                    .flatMap(trigger -> span(trigger.getValue()))
                    .map(Duration::negated)
                    .filter(length -> !length.isNegative());
            before.ifPresent(length -> (value(alarm, Property.ACTION).equals("EMAIL") ? mails : shown).add(length));
        }
        String title = cut(value(part, Property.SUMMARY).replaceAll("\\s+", " ").strip(), Event.Details.LONGEST_TITLE);
        return new Event.Details(
                title.isEmpty() ? "–" : title,
                cut(value(part, Property.DESCRIPTION), Event.Details.LONGEST_DESCRIPTION),
                cut(value(part, Property.LOCATION), Event.Details.LONGEST_PLACE),
                !value(part, Property.TRANSP).equals("TRANSPARENT"),
                Set.of("PRIVATE", "CONFIDENTIAL").contains(value(part, Property.CLASS)),
                few(shown),
                few(mails));
    }

    private static List<Duration> few(List<Duration> all) {
        return all.stream().distinct().limit(Event.Details.MOST_REMINDERS).toList();
    }

    static List<Guest> guests(Component part) {
        Map<MailAddress, Guest> guests = new java.util.LinkedHashMap<>();
        for (Property attendee : part.getProperties(Property.ATTENDEE)) {
            address(attendee.getValue())
                    .filter(email -> guests.size() < Event.MOST_GUESTS)
                    .ifPresent(email -> guests.putIfAbsent(
                            email,
                            new Guest(
                                    email,
                                    cut(parameter(attendee, Parameter.CN).replaceAll("\\s+", " "), Guest.LONGEST_NAME),
                                    Optional.empty(),
                                    !parameter(attendee, Parameter.ROLE).equals("OPT-PARTICIPANT"),
                                    Answer.ofPartStat(parameter(attendee, Parameter.PARTSTAT)))));
        }
        return List.copyOf(guests.values());
    }

    static Optional<MailAddress> address(String value) {
        return value.regionMatches(true, 0, "mailto:", 0, 7)
                ? MailAddress.parse(value.substring(7).replace("%25", "%"))
                : Optional.empty();
    }

    private static String parameter(Property property, String name) {
        return property.getParameter(name).map(Parameter::getValue).orElse("");
    }

    private static int sequence(Component part) {
        String text = value(part, Property.SEQUENCE);
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
    }

    static String value(Component part, String name) {
        return part.getProperty(name)
                .map(Property::getValue)
                .map(Optional::ofNullable)
                .flatMap(text -> text)
                .orElse("");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** A time of a series that is cancelled is an exception of it. */
    private List<Event> withoutCancelled() {
        return events.stream()
                .map(event -> event.instead().isPresent()
                        ? event
                        : cancelled.getOrDefault(event.uid(), List.of()).stream()
                                .reduce(
                                        event,
                                        (series, start) -> series.withRepetition(
                                                series.repetition().map(rule -> rule.without(start))),
                                        (a, b) -> b))
                .toList();
    }
}
