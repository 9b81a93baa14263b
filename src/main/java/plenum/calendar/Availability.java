package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.calendar.BusyTimes.Busy;
import plenum.calendar.BusyTimes.Person;
import plenum.calendar.BusyTimes.Series;
import plenum.calendar.EventTime.Interval;
import plenum.calendar.FreeSlots.Slot;
import plenum.mail.MailAddress;

/**
 * Asks when everybody has time, before anything is saved or sent. Of others it says busy or free and nothing else; whether an address has an
 * account here cannot be told from its answer.
 */
@ApplicationScoped
public class Availability {
    /** How far it looks. */
    public static final Duration HORIZON = Duration.ofDays(30);

    /** It looks week by week: there are nearly always slots in the first, and far less to be read. */
    private static final Duration STEP = Duration.ofDays(7);

    @Inject
    BusyTimes times;

    @Inject
    Preferences preferences;

    @Inject
    EventRooms eventRooms;

    /** Those whose times are known. Others have no account here, or share nothing with the organiser; they block no slot. */
    public Set<MailAddress> known(Account organiser, List<MailAddress> addresses) {
        return times.known(organiser, addresses).keySet();
    }

    /**
     * The next times for all.
     *
     * @param rooms that have to be free, too
     * @param except an event that is being edited, whose own time blocks nobody
     */
    public List<Slot> next(
            Account organiser,
            List<Guest> guests,
            Set<UUID> rooms,
            Duration length,
            Instant from,
            Optional<UUID> except,
            int most) {
        List<Guest> others = guests.stream()
                .filter(guest -> !guest.email().equals(organiser.email()))
                .toList();
        Map<MailAddress, Person> people =
                people(organiser, others.stream().map(Guest::email).toList());
        List<Slot> found = new ArrayList<>();
        Instant horizon = from.plus(HORIZON);
        for (Instant start = from; found.size() < most && start.isBefore(horizon); ) {
            Instant end = start.plus(STEP).isBefore(horizon) ? start.plus(STEP) : horizon;
            List<Slot> next = next(people, others, rooms, length, new Span(start, end, except), most - found.size());
            found.addAll(next);
            start = next.isEmpty() || end.isAfter(next.getLast().time().end())
                    ? end
                    : next.getLast().time().end();
        }
        return found;
    }

    /**
     * Where is looked for a slot.
     *
     * @param to none begins then or later
     */
    private record Span(Instant from, Instant to, Optional<UUID> except) {}

    private List<Slot> next(
            Map<MailAddress, Person> people,
            List<Guest> guests,
            Set<UUID> rooms,
            Duration length,
            Span where,
            int most) {
        Instant end = where.to().plus(length).minusNanos(1);
        Interval span = new Interval(where.from().minus(Duration.ofDays(1)), end);
        Map<UUID, List<Interval>> busy = busy(people, span, where.except());
        Set<MailAddress> optional = guests.stream()
                .filter(guest -> !guest.needed())
                .map(Guest::email)
                .collect(Collectors.toSet());
        List<FreeSlots.Guest> all = new ArrayList<>();
        people.forEach((address, person) -> all.add(new FreeSlots.Guest(
                !optional.contains(address), List.of(person.hours()), busy.getOrDefault(person.account(), List.of()))));
        rooms.stream()
                .flatMap(room -> eventRooms.asGuest(room, span, where.except()).stream())
                .forEach(all::add);
        return FreeSlots.next(all, length, where.from(), end, most);
    }

    /**
     * When somebody, or a room, has no time.
     *
     * @param known false when their times are not known to the organiser, for whichever reason
     * @param hours in which they work, or it is open; empty when every hour will do
     */
    public record Times(String name, boolean known, List<FreeSlots.Hours> hours, List<Interval> busy) {
        public Times {
            hours = List.copyOf(hours);
            busy = List.copyOf(busy);
        }
    }

    /**
     * The times of all within a span: the organiser's, those of the guests, and those of rooms.
     *
     * @param except an event that is being edited, whose own time blocks nobody
     */
    public List<Times> sideBySide(
            Account organiser, List<Guest> guests, Set<UUID> rooms, Interval span, Optional<UUID> except) {
        List<Guest> others = guests.stream()
                .filter(guest -> !guest.email().equals(organiser.email()))
                .toList();
        Map<MailAddress, Person> people =
                people(organiser, others.stream().map(Guest::email).toList());
        Map<UUID, List<Interval>> busy = busy(people, span, except);
        List<Times> all = new ArrayList<>();
        all.add(times(organiser.name().text(), Optional.ofNullable(people.get(organiser.email())), busy));
        others.forEach(guest -> all.add(times(guest.shown(), Optional.ofNullable(people.get(guest.email())), busy)));
        rooms.stream()
                .flatMap(room -> eventRooms.times(room, span, except).stream())
                .sorted(Comparator.comparing(Times::name))
                .forEach(all::add);
        return all;
    }

    private static Times times(String name, Optional<Person> person, Map<UUID, List<Interval>> busy) {
        return person.map(known ->
                        new Times(name, true, List.of(known.hours()), busy.getOrDefault(known.account(), List.of())))
                .orElseGet(() -> new Times(name, false, List.of(), List.of()));
    }

    /** When somebody has no time, in order; empty when their times are not known to the organiser, for whichever reason. */
    public Optional<List<Interval>> busy(Account organiser, MailAddress address, Interval span) {
        Map<MailAddress, Person> people = people(organiser, List.of(address));
        return Optional.ofNullable(people.get(address))
                .map(person -> busy(people, span, Optional.empty()).getOrDefault(person.account(), List.of()));
    }

    /** With the organiser, who knows their own. */
    private Map<MailAddress, Person> people(Account organiser, List<MailAddress> addresses) {
        Map<MailAddress, Person> people = new LinkedHashMap<>(times.known(organiser, addresses));
        people.put(
                organiser.email(),
                new Person(
                        organiser.id(),
                        preferences.of(organiser.id(), organiser.zone()).hours()));
        return people;
    }

    private Map<UUID, List<Interval>> busy(Map<MailAddress, Person> people, Interval span, Optional<UUID> except) {
        Busy taken = times.of(people.values().stream().map(Person::account).collect(Collectors.toSet()), span, except);
        Map<UUID, List<Interval>> busy = new HashMap<>();
        taken.single().forEach((account, spans) -> busy.put(account, new ArrayList<>(spans)));
        Map<UUID, List<Interval>> ofEvent = new HashMap<>(); // there is a series for each who is invited to one
        for (Series series : taken.series()) {
            busy.computeIfAbsent(series.account(), key -> new ArrayList<>())
                    .addAll(ofEvent.computeIfAbsent(series.event(), key -> series.times(span)));
        }
        busy.values().forEach(spans -> spans.sort(Comparator.comparing(Interval::start)));
        return busy;
    }
}
