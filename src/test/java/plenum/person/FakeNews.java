package plenum.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plenum.protocol.PersonMessages;

/** What accounts are told, in memory. */
final class FakeNews implements PersonalNews {
    final Map<UUID, List<String>> due = new HashMap<>();
    final Map<UUID, List<String>> day = new HashMap<>();
    final List<String> putAway = new ArrayList<>();
    /** How often anything was read. */
    int reads;

    boolean away;
    boolean hasCalendars = true;
    /** Is told of what is put away, as the container tells it once that is stored. */
    Consumer<Instant> stored = start -> {};

    @Override
    public PersonMessages.Reminders reminders(UUID account) {
        read();
        return new PersonMessages.Reminders(due.getOrDefault(account, List.of()).stream()
                .map(title -> new PersonMessages.Reminder("", title, "", "", ""))
                .toList());
    }

    @Override
    public Map<UUID, Set<String>> waiting(Set<UUID> accounts) {
        read();
        return due.entrySet().stream()
                .filter(entry ->
                        accounts.contains(entry.getKey()) && !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    @Override
    public PersonMessages.Today today(UUID account) {
        read();
        return new PersonMessages.Today(
                day.getOrDefault(account, List.of()).stream()
                        .map(title -> new PersonMessages.TodayEvent("", "", "", "", title, ""))
                        .toList(),
                "2026-11-24T00:00:00Z");
    }

    @Override
    public boolean putAway(UUID account, UUID event, Instant start) {
        read();
        if (!hasCalendars) {
            return false;
        }
        putAway.add(account + " " + event);
        stored.accept(start);
        return true;
    }

    private void read() {
        reads++;
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
