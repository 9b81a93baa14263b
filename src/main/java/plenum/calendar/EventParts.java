package plenum.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import plenum.mail.MailAddress;

/** What an event of a file says about itself, but when it takes place: texts, guests, reminders. Too long ones are cut. */
final class EventParts {
    private EventParts() {}

    static Event.Details details(VEvent part) {
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
                few(mails),
                EventColours.read(value(part, EventColours.PROPERTY)));
    }

    private static List<Duration> few(List<Duration> all) {
        return all.stream().distinct().limit(Event.Details.MOST_REMINDERS).toList();
    }

    static List<Guest> guests(Component part) {
        Map<MailAddress, Guest> guests = new LinkedHashMap<>();
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

    static int sequence(Component part) {
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
}
