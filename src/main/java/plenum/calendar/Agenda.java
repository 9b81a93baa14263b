package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.calendar.EventTime.Interval;

/** What takes place for somebody in a span of time: what is in their calendars, and what others invite them to. Blocks on the database. */
@ApplicationScoped
public class Agenda {
    /** Rows of one question; a month of somebody who plans everything has fewer. */
    private static final int MOST = 4000;

    @Inject
    Calendars calendars;

    /**
     * One time that an event takes place.
     *
     * @param start as the series has it, for a change of this one alone
     * @param calendar of the reader; empty when they are invited
     */
    public record Entry(Event event, EventTime time, LocalDateTime start, Optional<Calendar> calendar) {}

    /** In the order of time. */
    public List<Entry> of(Account reader, List<Calendar> shown, boolean invitations, Interval span) {
        Map<UUID, Calendar> own = shown.stream().collect(Collectors.toMap(Calendar::id, calendar -> calendar));
        List<Event> events = new ArrayList<>(calendars.events(own.keySet(), span, MOST));
        if (invitations) {
            Set<UUID> mine =
                    calendars.of(reader.id()).stream().map(Calendar::id).collect(Collectors.toSet());
            calendars.invitedTo(reader.email(), span, MOST).stream()
                    .filter(event -> !mine.contains(event.calendar()))
                    .forEach(events::add);
        }
        return entries(events, span).stream()
                .map(entry -> new Entry(
                        entry.event(),
                        entry.time(),
                        entry.start(),
                        Optional.ofNullable(own.get(entry.event().calendar()))))
                .toList();
    }

    /**
     * Spans in which somebody has no time: of their own busy events, and of invitations that they accepted.
     *
     * @param except an event that does not count
     */
    public List<Interval> busy(Account account, Interval span, Optional<UUID> except) {
        List<UUID> own = calendars.of(account.id()).stream().map(Calendar::id).toList();
        List<Event> events = new ArrayList<>(calendars.events(own, span, MOST));
        calendars.invitedTo(account.email(), span, MOST).stream()
                .filter(event -> !own.contains(event.calendar()))
                .filter(event -> event.guests().stream()
                        .anyMatch(guest -> guest.email().equals(account.email()) && guest.answer() == Answer.YES))
                .forEach(events::add);
        return entries(events, span).stream()
                .filter(entry -> entry.event().details().busy())
                .filter(entry -> except.filter(entry.event().id()::equals).isEmpty())
                .map(entry -> entry.time().interval())
                .toList();
    }

    private static List<Entry> entries(List<Event> events, Interval span) {
        Map<String, Set<LocalDateTime>> replaced = events.stream()
                .filter(event -> event.instead().isPresent())
                .collect(Collectors.groupingBy(
                        Agenda::series,
                        Collectors.mapping(event -> event.instead().orElseThrow(), Collectors.toSet())));
        return events.stream()
                .flatMap(event -> event.occurrences(span).stream()
                        .filter(time -> event.repetition().isEmpty()
                                || !replaced.getOrDefault(series(event), Set.of())
                                        .contains(time.start()))
                        .map(time -> new Entry(event, time, time.start(), Optional.empty())))
                .sorted(Comparator.comparing(entry -> entry.time().interval().start()))
                .toList();
    }

    private static String series(Event event) {
        return event.calendar() + " " + event.uid();
    }
}
