package plenum.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.account.Accounts;
import plenum.calendar.ShownReminders;
import plenum.calendar.TodayEvents;
import plenum.protocol.PersonMessages;

/** Reads it from the calendars, each time with the language and the time zone that the account has then. */
@ApplicationScoped
public class CalendarNews implements PersonalNews {
    @Inject
    Accounts accounts;

    @Inject
    ShownReminders reminders;

    @Inject
    TodayEvents days;

    @Inject
    InstantSource clock;

    @Override
    public PersonMessages.Reminders reminders(UUID account) {
        return new PersonMessages.Reminders(accounts.byId(account).map(reminders::of).orElse(List.of()).stream()
                .map(row ->
                        new PersonMessages.Reminder(row.event(), row.title(), row.start(), row.words(), row.meeting()))
                .toList());
    }

    @Override
    public Map<UUID, Set<String>> waiting(Set<UUID> accounts) {
        return reminders.waiting(accounts);
    }

    @Override
    public PersonMessages.Today today(UUID account) {
        TodayEvents.Today day =
                accounts.byId(account).map(days::of).orElseGet(() -> new TodayEvents.Today(List.of(), clock.instant()));
        return new PersonMessages.Today(
                day.events().stream()
                        .map(row -> new PersonMessages.TodayEvent(
                                row.event(), row.start(), row.end(), row.time(), row.title(), row.meeting()))
                        .toList(),
                day.until().toString());
    }

    @Override
    public boolean putAway(UUID account, UUID event, Instant start) {
        return reminders.putAway(account, event, start);
    }
}
