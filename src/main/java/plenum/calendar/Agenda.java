package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.calendar.Access.Act;
import plenum.calendar.EventTime.Interval;
import plenum.mail.MailAddress;

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
     * @param calendar that the reader sees it in; empty when they are invited
     * @param invited whose answer the reader can give: their own, or that of somebody they stand in for
     */
    public record Entry(
            Event event,
            EventTime time,
            LocalDateTime start,
            Optional<SeenCalendar> calendar,
            Optional<MailAddress> invited) {
        public boolean mayChange() {
            return calendar.filter(
                            seen -> seen.may(Act.CHANGE) && (!event.details().hidden() || seen.may(Act.SEE_HIDDEN)))
                    .isPresent();
        }
    }

    /** In the order of time. */
    public List<Entry> of(Account reader, List<SeenCalendar> shown, boolean invitations, Interval span) {
        Map<UUID, SeenCalendar> seen = new LinkedHashMap<>();
        shown.forEach(one -> seen.put(one.calendar().id(), one));
        List<Entry> all = new ArrayList<>(entries(calendars.events(seen.keySet(), span, MOST), span).stream()
                .map(entry -> in(Objects.requireNonNull(seen.get(entry.event().calendar())), entry))
                .toList());
        if (invitations) {
            all.addAll(invitations(reader.id(), reader.email(), span));
        }
        shown.stream()
                .filter(one -> one.may(Act.ANSWER) && !one.calendar().owner().equals(reader.id()))
                .filter(one -> !one.calendar().organisation())
                .collect(Collectors.toMap(one -> one.calendar().owner(), SeenCalendar::ownerEmail, (a, b) -> a))
                .forEach((owner, email) -> all.addAll(invitations(owner, email, span)));
        return all.stream()
                .sorted(Comparator.comparing(entry -> entry.time().interval().start()))
                .toList();
    }

    private static Entry in(SeenCalendar seen, Entry entry) {
        return new Entry(seen.show(entry.event()), entry.time(), entry.start(), Optional.of(seen), Optional.empty());
    }

    private List<Entry> invitations(UUID account, MailAddress email, Interval span) {
        Set<UUID> own = calendars.of(account).stream().map(Calendar::id).collect(Collectors.toSet());
        List<Event> events = calendars.invitedTo(email, span, MOST).stream()
                .filter(event -> !own.contains(event.calendar()))
                .toList();
        return entries(events, span).stream()
                .map(entry ->
                        new Entry(entry.event(), entry.time(), entry.start(), Optional.empty(), Optional.of(email)))
                .toList();
    }

    private List<Entry> entries(List<Event> events, Interval span) {
        // also by those that take place at another time than is asked for, or that a guest has declined
        Map<UUID, Set<LocalDateTime>> replaced = calendars.replaced(events.stream()
                .filter(event -> event.repetition().isPresent())
                .map(Event::id)
                .toList());
        return events.stream()
                .flatMap(event -> event.occurrences(span).stream()
                        .filter(time ->
                                !replaced.getOrDefault(event.id(), Set.of()).contains(time.start()))
                        .map(time -> new Entry(event, time, time.start(), Optional.empty(), Optional.empty())))
                .sorted(Comparator.comparing(entry -> entry.time().interval().start()))
                .toList();
    }
}
