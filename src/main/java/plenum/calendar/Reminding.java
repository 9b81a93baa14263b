package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.mail.Letter;
import plenum.mail.MailOutbox;
import plenum.notice.Notice;
import plenum.platform.SiteAddress;

/**
 * Reminds the people of one event, in one transaction: what was given, the mails that wait, and when it is due next are stored together or not
 * at all. A crash before the commit repeats it, one after it does not; the outbox keeps one Message-ID for each mail.
 */
@ApplicationScoped
public class Reminding {
    @Inject
    Calendars calendars;

    @Inject
    Reminders reminders;

    @Inject
    Accounts accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    SiteAddress site;

    @Inject
    jakarta.enterprise.event.Event<Notice> notices;

    @Inject
    InstantSource clock;

    @Transactional
    public void remind(UUID id) {
        Instant now = clock.instant();
        Optional<Instant> since = reminders.lock(id, now);
        Optional<Event> found = calendars.event(id);
        if (since.isEmpty() || found.isEmpty()) {
            return;
        }
        Event event = found.get();
        Set<LocalDateTime> replaced = replaced(event);
        for (ReminderTimes.Due due : ReminderTimes.between(event, since.get().minusNanos(1), now)) {
            boolean takesPlace = !replaced.contains(due.time().start());
            if (takesPlace && due.time().interval().end().isAfter(now)) {
                tell(event, due);
            }
        }
        reminders.setNext(id, ReminderTimes.next(event, now));
    }

    private Set<LocalDateTime> replaced(Event event) {
        return event.repetition().isEmpty()
                ? Set.of()
                : calendars.byUid(event.calendar(), event.uid()).stream()
                        .flatMap(other -> other.instead().stream())
                        .collect(Collectors.toSet());
    }

    private void tell(Event event, ReminderTimes.Due due) {
        Optional<Account> owner =
                calendars.calendar(event.calendar()).flatMap(calendar -> accounts.byId(calendar.owner()));
        Stream<Account> guests = event.guests().stream()
                .filter(guest -> guest.answer() != Answer.NO)
                .flatMap(guest -> guest.account().stream())
                .flatMap(account -> accounts.byId(account).stream());
        List<Account> people = (due.mail() ? owner.stream() : Stream.concat(owner.stream(), guests))
                .distinct()
                .toList();
        for (Account person : people) {
            Reminders.Given given = new Reminders.Given(
                    event.id(),
                    person.id(),
                    due.time().interval().start(),
                    due.time().interval().end(),
                    due.before(),
                    due.mail());
            if (!reminders.give(given)) {
                continue; // it has been, before a crash
            }
            if (due.mail()) {
                outbox.put(letter(event, due, person));
            } else {
                notices.fire(notice(event, due, person));
            }
        }
    }

    private static Notice notice(Event event, ReminderTimes.Due due, Account person) {
        String time = EventWords.moment(due.time().interval().start(), person.language(), person.zone());
        return new Notice(
                person.id(),
                "reminder-" + event.id(),
                event.details().title(),
                event.details().place().isEmpty()
                        ? time
                        : time + "\n" + event.details().place(),
                link(event),
                due.time().interval().end());
    }

    private static String link(Event event) {
        return event.meeting().map(letters -> "/m/" + letters).orElse("/calendar");
    }

    private Letter letter(Event event, ReminderTimes.Due due, Account person) {
        return new Letter(
                person.email(),
                person.language(),
                event.meeting().isPresent() ? "event.reminder-meeting" : "event.reminder",
                List.of(
                        event.details().title(),
                        EventWords.time(due.time(), person.language(), person.zone()),
                        event.details().place().isEmpty()
                                ? "–"
                                : event.details().place()),
                Optional.of(site.page(link(event))));
    }
}
