package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.account.Account;
import plenum.policy.Policy;
import plenum.policy.SuiteModule;

/** Reminders as pages show them. Blocks on the database. */
@ApplicationScoped
public class ShownReminders {
    private static final int MOST = 5;

    @Inject
    Reminders reminders;

    @Inject
    Calendars calendars;

    @Inject
    EventMeetings meetings;

    @Inject
    Policy policy;

    @Inject
    jakarta.enterprise.event.Event<ReminderSeen> seen;

    @Inject
    InstantSource clock;

    /**
     * One of them, in the reader's language.
     *
     * @param event id
     * @param start an instant
     * @param words the same by the reader's clock
     * @param meeting where one joins; empty without a meeting
     */
    public record Row(String event, String title, String start, String words, String meeting) {}

    /** Those that somebody has not put away and whose event is not over, the earliest first. On a server without calendars: none. */
    public List<Row> of(Account reader) {
        if (!policy.has(SuiteModule.CALENDAR)) {
            return List.of();
        }
        return reminders.of(reader.id(), clock.instant(), MOST).stream()
                .flatMap(given -> calendars.event(given.event()).stream().map(event -> row(event, given, reader)))
                .toList();
    }

    /** What {@link #of} would have for each of these people, told apart by words that mean nothing else; without those who have nothing. */
    public Map<UUID, Set<String>> waiting(Set<UUID> readers) {
        return policy.has(SuiteModule.CALENDAR) ? reminders.waiting(readers, clock.instant()) : Map.of();
    }

    private Row row(Event event, Reminders.Given given, Account reader) {
        return new Row(
                event.id().toString(),
                event.details().title(),
                given.start().toString(),
                EventWords.moment(given.start(), reader.language(), reader.zone()),
                event.meeting().map(meetings::address).orElse(""));
    }

    /**
     * Somebody puts away all of one event's times that begin then; what they were not reminded of stays as it is. Returns false on a server
     * without calendars.
     */
    @Transactional
    public boolean putAway(UUID account, UUID event, Instant start) {
        if (!policy.has(SuiteModule.CALENDAR)) {
            return false;
        }
        reminders.seen(account, event, start);
        seen.fire(new ReminderSeen(account, event, start));
        return true;
    }
}
