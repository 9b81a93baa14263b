package plenum.calendar;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Color;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import plenum.mail.MailAddress;

/** Writes events as iCalendar (RFC 5545), for mails (RFC 5546), feeds and downloads. */
final class EventFile {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Pattern CONTROL =
            Pattern.compile("[\\u0000-\\u0008\\u000A-\\u001F\\u007F-\\u009F\\u2028\\u2029]+");
    private static final Pattern BREAK = Pattern.compile("\\R");
    static final String PRODUCT = "-//Plenum//Calendar//EN";

    private EventFile() {}

    /**
     * Who invites.
     *
     * @param name shown beside the address
     */
    record Host(MailAddress email, String name) {}

    /**
     * @param method such as {@code REQUEST}; empty for a file that invites nobody
     * @param meetings makes the address of an event's meeting
     */
    static String write(List<Event> events, Optional<String> method, Host host, Meetings meetings) {
        Calendar file = new Calendar();
        file.add(new ProdId(PRODUCT));
        file.add(ImmutableVersion.VERSION_2_0);
        method.ifPresent(name -> file.add(new Method(name)));
        events.stream()
                .map(event -> event.time().zone())
                .distinct()
                .filter(zone -> !isUtc(zone))
                .flatMap(zone -> zone(zone).stream())
                .forEach(zone -> file.add(zone.getVTimeZone()));
        events.forEach(event -> file.add(
                component(event, method.filter("CANCEL"::equals).isPresent(), method.isEmpty(), host, meetings)));
        return file.toString();
    }

    /** Where one joins. */
    interface Meetings {
        String address(plenum.meeting.MeetingLetters letters);
    }

    private static VEvent component(Event event, boolean cancelled, boolean alarms, Host host, Meetings meetings) {
        VEvent component = new VEvent(new PropertyList(List.of(
                new DtStamp(event.changedAt()),
                new Uid(event.uid()),
                new Sequence(event.sequence()),
                new DtStart<>(start(event.time(), event.time().start())),
                new DtEnd<>(end(event.time())),
                new Summary(line(event.details().title())),
                new Transp(event.details().busy() ? "OPAQUE" : "TRANSPARENT"),
                new Clazz(event.details().hidden() ? "PRIVATE" : "PUBLIC"),
                new Status(cancelled ? "CANCELLED" : "CONFIRMED"),
                organizer(host))));
        if (alarms) {
            addAlarms(component, event);
            event.details()
                    .colour()
                    .map(EventColours::name)
                    .ifPresent(name -> component.add(new Color(new ParameterList(), name)));
        }
        if (!event.details().description().isEmpty()) {
            component.add(new Description(lines(event.details().description())));
        }
        if (!event.details().place().isEmpty()) {
            component.add(new Location(line(event.details().place())));
        }
        event.meeting().ifPresent(letters -> component.add(new Url(URI.create(meetings.address(letters)))));
        event.repetition().ifPresent(rule -> {
            component.add(new RRule<>(new Recur<>(rule.inUtc(event.time().zone()))));
            rule.except().stream().sorted().forEach(start -> component.add(exception(event.time(), start)));
        });
        event.instead().ifPresent(start -> component.add(new RecurrenceId<>(start(event.time(), start))));
        event.guests().forEach(guest -> component.add(attendee(guest)));
        return component;
    }

    /** With reminders, for programs of the owner; guests of a mail have their own. */
    private static void addAlarms(VEvent component, Event event) {
        event.details().reminders().forEach(before -> component.add(alarm("DISPLAY", event, before)));
        event.details().mails().forEach(before -> component.add(alarm("EMAIL", event, before)));
    }

    private static VAlarm alarm(String action, Event event, java.time.Duration before) {
        VAlarm alarm = new VAlarm(new PropertyList(List.of(
                new Action(action),
                new Trigger(before.negated()),
                new Description(line(event.details().title())))));
        if (action.equals("EMAIL")) {
            alarm.add(new Summary(line(event.details().title())));
        }
        return alarm;
    }

    /** Control characters would end the line for some readers, and begin another one that people have written (RFC 5545 section 3.1). */
    private static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    private static String lines(String text) {
        return Arrays.stream(BREAK.split(text, -1)).map(EventFile::line).collect(Collectors.joining("\n"));
    }

    private static Temporal start(EventTime time, LocalDateTime start) {
        return time.wholeDays() ? start.toLocalDate() : moment(start.atZone(time.zone()));
    }

    /** A time in UTC is written as such, and not as one without a zone. */
    private static Temporal moment(ZonedDateTime time) {
        return isUtc(time.getZone()) ? time.toInstant() : time;
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private static Temporal end(EventTime time) {
        LocalDate day = time.end().toLocalDate();
        return time.wholeDays() ? day : moment(time.end());
    }

    /** With its zone, like the start: another reader would take a time without one for one of their own. */
    private static ExDate<Temporal> exception(EventTime time, LocalDateTime start) {
        if (time.wholeDays()) {
            return new ExDate<>(new ParameterList(List.of(Value.DATE)), start.format(DateTimeFormatter.BASIC_ISO_DATE));
        }
        String zone = time.zone().getId();
        return isUtc(time.zone())
                ? new ExDate<>(new ParameterList(), start.format(STAMP) + "Z")
                : new ExDate<>(new ParameterList(List.of(new TzId(zone))), start.format(STAMP));
    }

    private static Organizer organizer(Host host) {
        Organizer organizer = new Organizer(mailto(host.email()));
        organizer.add(new Cn(line(host.name())));
        return organizer;
    }

    private static Attendee attendee(Guest guest) {
        Attendee attendee = new Attendee(mailto(guest.email()));
        attendee.add(new Cn(line(guest.shown())));
        attendee.add(guest.needed() ? Role.REQ_PARTICIPANT : Role.OPT_PARTICIPANT);
        attendee.add(new PartStat(guest.answer().partStat()));
        attendee.add(Rsvp.TRUE);
        return attendee;
    }

    private static URI mailto(MailAddress address) {
        return URI.create("mailto:"
                + address.text()
                        .replace("%", "%25")
                        .replace("{", "%7B")
                        .replace("}", "%7D")
                        .replace("|", "%7C")
                        .replace("^", "%5E")
                        .replace("`", "%60"));
    }

    private static Optional<TimeZone> zone(ZoneId zone) {
        return Optional.ofNullable(Zones.REGISTRY.getTimeZone(zone.getId()));
    }

    /** Zones that ical4j ships. */
    private static final class Zones {
        static final TimeZoneRegistry REGISTRY =
                TimeZoneRegistryFactory.getInstance().createRegistry();
    }
}
